import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import type { Personality } from '../personalities/personality.ts'
import type { Reply } from '../wire/reply.ts'
import type { CommandPhase, CommandSession, Effect, Pop3Session, SessionIn } from './session.ts'

/** A verb that the server knows. */
export interface Command extends CommandFacts {
  readonly allowedIn: readonly CommandPhase[]
  /** The refusal in each other phase. */
  readonly outOfOrder: Partial<Record<CommandPhase, OutOfOrder>>
  /** `none`: nothing may follow the verb. */
  readonly takes: 'none' | 'words' | 'anything'
  /** @param argument The text behind the verb and one space. */
  run(session: CommandSession, argument: string, tools: Tools): Answer
}

/** Why a command comes at the wrong time: an occasion that every personality has words for. */
export type OutOfOrder = 'loginFirst' | 'alreadyIn' | 'userFirst'

/** What a command may use beyond its session. */
export interface Tools {
  readonly replies: Personality['replies']
  readonly policies: Personality['policies']
}

export interface Answer {
  readonly session: Pop3Session
  /** `challenge`: base64 behind a plus sign. */
  readonly reply: Reply | Challenge
  readonly explanation?: string
  /** Counts in the argument. */
  readonly problem?: SyntaxProblem
  /** Done after the reply is out. */
  readonly then?: readonly Effect[]
}

/** The exchange of AUTH goes on (RFC 5034 §4). */
export interface Challenge {
  readonly status: '+'
  readonly text: string
}

/** The session stays as it is. */
export const stay = (session: Pop3Session, reply: Reply, problem?: SyntaxProblem): Answer =>
  problem ? { session, reply, problem } : { session, reply }

/** The session goes on as `session`. */
export const go = (session: Pop3Session, reply: Reply): Answer => ({ session, reply })

interface CommandIn<Phase extends CommandPhase> extends CommandFacts {
  readonly allowedIn: readonly Phase[]
  readonly outOfOrder?: Record<Exclude<CommandPhase, Phase>, OutOfOrder>
  readonly takes: Command['takes']
  run(session: SessionIn<Phase>, argument: string, tools: Tools): Answer
}

/**
 * A command of one file. `run` sees only sessions in the phases of `allowedIn`; the engine answers
 * in the others.
 */
export const defineCommand = <Phase extends CommandPhase>(command: CommandIn<Phase>): Command => ({
  outOfOrder: {},
  ...command,
  run: (session, argument, tools) => command.run(session as SessionIn<Phase>, argument, tools),
})
