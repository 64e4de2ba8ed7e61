import { fromLatin1, fromStrictUtf8 } from '../../../core/bytes.ts'
import { shift } from '../../../core/span.ts'
import { handleLine } from '../../shared/session-line.ts'
import { commandNamed, commands } from '../commands/index.ts'
import { COMMAND_LINE } from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import { checkPreconditions } from './preconditions.ts'
import { respond, unlocked } from './respond.ts'
import type { CommandSession, Handled } from './session.ts'
import { suggest } from './suggest.ts'

/** Reads up to the end of a command line, and answers it if the end arrived. */
export const handleCommand = (session: CommandSession, bytes: Uint8Array, from: number): Handled =>
  handleLine(session, bytes, from, COMMAND_LINE, ({ session: next, octets, length }) => {
    const line = splitLine(octets)
    const answer = answerLine(next, line, length)
    const asked = { verb: line.command?.verb ?? line.word, argument: line.argument }
    return respond(asked, withinLine(answer, line))
  })

/** The problem of an answer counts in the argument; its effect counts in the line. */
const withinLine = (answer: Answer, { argumentAt }: SplitLine): Answer =>
  answer.problem
    ? { ...answer, problem: { ...answer.problem, span: shift(answer.problem.span, argumentAt) } }
    : answer

interface SplitLine {
  /** As typed, up to the first space. */
  readonly word: string
  readonly argument: string
  /** Where the argument begins in the line. */
  readonly argumentAt: number
  readonly command: Command | undefined
  readonly text: 'utf8' | 'neither'
}

/** One space separates the verb from the rest (RFC 1939 §3); a password may begin with another. */
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
  const { replies, policies } = personalityOf(session.host)
  const tools: Tools = { replies, policies }
  if (octets > COMMAND_LINE) return tooLong(session, tools)
  if (line.text === 'neither') return stay(session, replies.notUtf8({}))
  if (/\p{Cc}/u.test(line.word + line.argument)) return stay(session, replies.controlCharacter({}))
  const { command, word, argument } = line
  if (!command) {
    const hint = suggest(
      word,
      commands.map(({ verb }) => verb),
    )
    return stay(
      session,
      replies.unknownCommand({
        typed: word,
        isLoggedIn: session.phase === 'transaction',
        ...(hint !== undefined && { hint }),
      }),
    )
  }
  return (
    checkPreconditions(session, command, argument, tools) ?? command.run(session, argument, tools)
  )
}

const tooLong = (session: CommandSession, { replies, policies }: Tools): Answer =>
  stay(
    policies.longLine === 'closes' ? unlocked(session) : session,
    replies.lineTooLong({ limit: COMMAND_LINE }),
  )
