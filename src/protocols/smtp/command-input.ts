import { fromLatin1, fromStrictUtf8 } from '../../core/bytes.ts'
import { shift } from '../../core/span.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import { commandNamed, commands } from './commands/index.ts'
import type { Fault } from '../fault.ts'
import { COMMAND_LINE, MAIL_LINE_EXTRA } from './limits.ts'
import { isAscii } from './paths.ts'
import { personalityOf } from './personalities/index.ts'
import type { CommandSession, Taken } from './session.ts'
import { finish } from './speak.ts'
import { suggest } from './suggest.ts'
import { emptyLine, readLine } from '../wire/lines.ts'

const LONGEST_LINE = COMMAND_LINE + MAIL_LINE_EXTRA

/** Reads up to the end of a command line, and answers it if the end came. */
export function takeCommand(session: CommandSession, bytes: Uint8Array, from: number): Taken {
  const read = readLine(session.line, bytes, from, LONGEST_LINE)
  if (!read.ended)
    return { session: { ...session, line: read.buffer }, effects: [], next: bytes.length }
  const line = splitLine(read.line)
  const answer = answerLine({ ...session, line: emptyLine }, line, read.length)
  const asked = {
    verb: line.command?.verb ?? line.word,
    argument: line.argument,
    ...faultInLine(answer.fault, line.argumentAt),
  }
  return { ...finish(answer.session, asked, answer.reply), next: read.next }
}

const faultInLine = (fault: Fault | undefined, argumentAt: number): { fault?: Fault } =>
  fault ? { fault: { ...fault, span: shift(fault.span, argumentAt) } } : {}

interface SplitLine {
  /** As typed, up to the first white space. */
  readonly word: string
  readonly argument: string
  /** Where the argument stands in the line. */
  readonly argumentAt: number
  readonly command: Command | undefined
  /** How the octets read. */
  readonly text: 'ascii' | 'utf8' | 'neither'
}

/** White space around verb and argument is let pass (RFC 5321 §4.1.1). */
function splitLine(octets: Uint8Array): SplitLine {
  const decoded = fromStrictUtf8(octets)
  const line = decoded ?? fromLatin1(octets)
  const [, before = '', word = '', between = '', rest = ''] =
    /^([ \t]*)([^ \t]*)([ \t]*)([^]*)$/.exec(line)!
  return {
    word,
    argument: rest.replace(/[ \t]+$/, ''),
    argumentAt: before.length + word.length + between.length,
    command: commandNamed(word),
    text: decoded === undefined ? 'neither' : isAscii(decoded) ? 'ascii' : 'utf8',
  }
}

function answerLine(session: CommandSession, line: SplitLine, octets: number): Answer {
  const { replies: say, policies } = personalityOf(session.host)
  const { command, word, argument } = line
  const limit = COMMAND_LINE + (command?.extraOctets ?? 0)
  if (octets > limit) return stay(session, say.lineTooLong({ limit }))
  const misread = misreading(session, line)
  if (misread) return misread
  if (!command) {
    const hint = suggest(`${word} ${argument}`.trim(), offeredVerbs)
    return stay(session, say.unknownCommand({ typed: word, ...(hint ? { hint } : {}) }))
  }
  if (!command.allowedIn.includes(session.phase))
    return stay(session, say[command.elsewhere[session.phase]!]({ command }))
  const tools: Tools = { say, policies, commands }
  return command.run(session, argument, tools)
}

/** Control characters are refused with 501 (§4.1.2), octets beyond ASCII with 500 (§2.4). */
function misreading(session: CommandSession, line: SplitLine): Answer | undefined {
  const { replies: say } = personalityOf(session.host)
  if (line.text === 'neither') return stay(session, say.notUtf8({}))
  if (/[^\P{Cc}\t]/u.test(line.word + line.argument)) return stay(session, say.controlCharacter({}))
  if (line.text === 'utf8' && line.command?.argument !== 'utf8')
    return stay(session, say.notAscii({}))
  return undefined
}

const offeredVerbs = commands.filter(({ offered }) => offered === 'yes').map(({ verb }) => verb)
