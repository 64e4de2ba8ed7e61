import type { CommandFacts } from './command-facts.ts'
import type { Fault } from '../fault.ts'
import type { Personality } from './personalities/personality.ts'
import type { Reply } from './reply.ts'
import type { CommandPhase, CommandSession, SessionIn, SmtpSession } from './session.ts'

/** A verb that the server knows. */
export interface Command extends CommandFacts {
  /** `no`: known, and answered as not offered here; neither HELP nor the hints list it. */
  readonly offered: 'yes' | 'no'
  readonly allowedIn: readonly CommandPhase[]
  /** What is said in each other phase. */
  readonly elsewhere: Partial<Record<CommandPhase, OutOfOrder>>
  /** Whether the argument may hold UTF-8 beyond ASCII (RFC 6531 §3.1). */
  readonly argument: 'ascii' | 'utf8'
  /** Octets its line may have over 512 (RFC 5321 §4.5.3.1.4). */
  readonly extraOctets: number
  /** @param argument What stands behind the verb, without the white space around it. */
  run(session: CommandSession, argument: string, tools: Tools): Answer
}

/** Why a command comes at the wrong time: an occasion that every personality has words for. */
export type OutOfOrder = 'helloFirst' | 'needMail' | 'nestedMail' | 'needRcpt' | 'noRecipients'

/** What a command may use beyond its session. */
export interface Tools {
  readonly say: Personality['replies']
  readonly policies: Personality['policies']
  readonly commands: readonly Command[]
}

export interface Answer {
  readonly session: SmtpSession
  readonly reply: Reply
  /** Counts in the argument. */
  readonly fault?: Fault
}

/** The session stays as it is. */
export const stay = (session: SmtpSession, reply: Reply, fault?: Fault): Answer =>
  fault ? { session, reply, fault } : { session, reply }

/** The session goes on as `session`. */
export const go = (session: SmtpSession, reply: Reply): Answer => ({ session, reply })

interface CommandIn<Phase extends CommandPhase> extends CommandFacts {
  readonly allowedIn: readonly Phase[]
  readonly elsewhere?: Record<Exclude<CommandPhase, Phase>, OutOfOrder>
  readonly offered?: 'yes' | 'no'
  readonly argument?: 'ascii' | 'utf8'
  readonly extraOctets?: number
  run(session: SessionIn<Phase>, argument: string, tools: Tools): Answer
}

/**
 * A command of one file. `run` sees only sessions in the phases of `allowedIn`; the engine answers
 * in the others.
 */
export const defineCommand = <Phase extends CommandPhase>(command: CommandIn<Phase>): Command => ({
  elsewhere: {},
  offered: 'yes',
  argument: 'ascii',
  extraOctets: 0,
  ...command,
  run: (session, argument, tools) => command.run(session as SessionIn<Phase>, argument, tools),
})
