import { fromLatin1, fromStrictUtf8 } from '../../../core/bytes.ts'
import { shift } from '../../../core/span.ts'
import { emptyLine, readLine } from '../../shared/wire/lines.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import { commandNamed } from '../commands/index.ts'
import { hintFor } from './suggest.ts'
import { COMMAND_LINE } from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import type { CommandSession, Taken } from './session.ts'
import { finish, unlocked } from './respond.ts'

/** Reads up to the end of a command line, and answers it if the end came. */
export function takeCommand(session: CommandSession, bytes: Uint8Array, from: number): Taken {
  const read = readLine(session.line, bytes, from, COMMAND_LINE)
  if (!read.ended)
    return { session: { ...session, line: read.buffer }, effects: [], next: bytes.length }
  const line = splitLine(read.line)
  const answer = answerLine({ ...session, line: emptyLine }, line, read.length)
  const asked = { verb: line.command?.verb ?? line.word, argument: line.argument }
  const problem = answer.problem && {
    ...answer.problem,
    span: shift(answer.problem.span, line.argumentAt),
  }
  return { ...finish(asked, { ...answer, ...(problem && { problem }) }), next: read.next }
}

interface SplitLine {
  /** As typed, up to the first space. */
  readonly word: string
  readonly argument: string
  /** Where the argument stands in the line. */
  readonly argumentAt: number
  readonly command: Command | undefined
  readonly text: 'utf8' | 'neither'
}

/** One space parts the verb from the rest (RFC 1939 §3); a password may begin with another. */
function splitLine(octets: Uint8Array): SplitLine {
  const decoded = fromStrictUtf8(octets)
  const line = decoded ?? fromLatin1(octets)
  const space = line.indexOf(' ')
  const word = space < 0 ? line : line.slice(0, space)
  const command = commandNamed(word)
  const rest = space < 0 ? '' : line.slice(space + 1)
  const before = command?.takes === 'anything' ? 0 : rest.length - rest.trimStart().length
  return {
    word,
    argument: command?.takes === 'anything' ? rest : rest.trim(),
    argumentAt: word.length + 1 + before,
    command,
    text: decoded === undefined ? 'neither' : 'utf8',
  }
}

function answerLine(session: CommandSession, line: SplitLine, octets: number): Answer {
  const { replies: say, policies } = personalityOf(session.host)
  if (octets > COMMAND_LINE) return tooLong(session, { say, policies })
  if (line.text === 'neither') return stay(session, say.notUtf8({}))
  if (/\p{Cc}/u.test(line.word + line.argument)) return stay(session, say.controlCharacter({}))
  const { command, word, argument } = line
  if (!command) {
    const hint = hintFor(word)
    return stay(session, say.unknownCommand({ typed: word, ...(hint !== undefined && { hint }) }))
  }
  if (!command.allowedIn.includes(session.phase))
    return stay(session, say[command.elsewhere[session.phase]!]({ command }))
  if (command.takes === 'none' && argument !== '')
    return stay(session, say.noArgument({ command }), {
      span: { from: 0, to: argument.length },
      message: `\`${command.verb}\` stands alone`,
    })
  return command.run(session, argument, { say, policies })
}

const tooLong = (session: CommandSession, { say, policies }: Tools): Answer =>
  stay(
    policies.longLine === 'closes' ? unlocked(session) : session,
    say.lineTooLong({ limit: COMMAND_LINE }),
  )
