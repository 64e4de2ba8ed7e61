import { shift } from '../../../core/span.ts'
import { personalityOf } from '../personalities/index.ts'
import { skipLiteral, type CommandLine, type CommandRead } from '../wire/command-line.ts'
import { readerOf } from '../wire/reader.ts'
import { bad, type Answer, type Command, type Tools } from './command.ts'
import { charactersOf } from './modes.ts'
import { checkPreconditions } from './preconditions.ts'
import { respond } from './respond.ts'
import type { CommandSession, Turn } from './session.ts'
import { splitCommand, type SplitCommand } from './split-command.ts'

/** Runs a command whose end has arrived. */
export function handleCommand(session: CommandSession, line: CommandLine): Turn {
  const split = splitCommand(line)
  const answer = checkPreconditions(session, line, split) ?? run(session, line, split)
  return respond(session, split, answer, split.command)
}

function run(session: CommandSession, line: CommandLine, split: SplitCommand): Answer {
  const { argumentAt } = split
  const command = split.command!
  const tools = toolsFor(session, split, command)
  const reader = readerOf(line, argumentAt, charactersOf(session), tools.policies.unknownItems)
  const answer = command.run(session, reader, tools)
  if (answer.type !== 'reply' || !answer.problem) return answer
  const { problem } = answer
  return { ...answer, problem: { ...problem, span: shift(problem.span, -argumentAt) } }
}

export function toolsFor(
  session: CommandSession,
  { tag, argument }: SplitCommand,
  command: Command,
): Tools {
  const { words, policies } = personalityOf(session.host)
  return { responses: words, policies, tag, argument, command }
}

/** Refuses a command line that is too long, and skips a literal that follows it without waiting. */
export function refuseLongLine(
  session: CommandSession,
  { command, announced }: Extract<CommandRead, { type: 'tooLong' }>,
  limit: number,
): Turn {
  const text = personalityOf(session.host).words.lineTooLong({ limit })
  const turn = respond(session, splitCommand(command), bad(session, text))
  return announced?.client === 'follows' ? skipping(turn, announced) : turn
}

/** The command has its reply already: the session reads the rest of it and drops it. */
export const skipping = (turn: Turn, announced: Parameters<typeof skipLiteral>[0]): Turn =>
  turn.session.phase === 'closed'
    ? turn
    : { ...turn, session: { ...turn.session, buffer: skipLiteral(announced) } }
