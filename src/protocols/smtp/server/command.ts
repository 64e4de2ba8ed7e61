import type { CommandFacts } from '../../shared/command-facts.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { roles as allRoles, type Role } from './host.ts'
import type { Personality, Replies } from '../personalities/personality.ts'
import type { Reply } from '../wire/reply.ts'
import type {
  ChunkFacts,
  CommandPhase,
  CommandSession,
  Effect,
  SessionIn,
  SmtpSession,
} from './session.ts'

/** A verb that the server knows. */
export interface Command extends CommandFacts {
  /** `no`: known, and answered as not offered here; neither HELP nor the hints list it. */
  readonly offered: 'yes' | 'no'
  /** The ports that know it; on others it is an unknown word. */
  readonly roles: readonly Role[]
  readonly allowedIn: readonly CommandPhase[]
  /** What the server replies in each other phase. */
  readonly outOfOrder: Partial<Record<CommandPhase, OutOfOrder>>
  /** The keyword of EHLO without which it is not offered. */
  readonly extension?: string
  /** Whether it is allowed before a TLS that the host requires (RFC 3207 §4). */
  readonly beforeTls: 'taken' | 'refused'
  /** Whether somebody must have logged in on a submission port (RFC 6409 §4.3). */
  readonly login: 'needed' | 'not-needed'
  /** `idle`: it leads nowhere, and a client that sends it over and over is up to something. */
  readonly use: 'work' | 'idle'
  /** What limit of the host it counts against (RFC 9422 §4). */
  readonly counter?: 'messages' | 'recipients'
  /** Whether its argument is kept from those who follow. */
  readonly secret: 'nothing' | 'argument'
  /** Whether the argument may hold UTF-8 beyond ASCII (RFC 6531 §3.1). */
  readonly argument: 'ascii' | 'utf8'
  /** Octets its line may have over 512 (RFC 5321 §4.5.3.1.4). */
  readonly extraOctets: number
  /** What it alone replies, in the words of the default personality. */
  readonly replies: OwnReplies
  /** The chunk that follows its line, whether or not it is refused (RFC 3030 §2). */
  chunkOf?(argument: string): ChunkFacts | undefined
  /** A refusal that comes before all others, that of a wrong order included. */
  examine?(session: CommandSession, argument: string, tools: Tools): Answer | undefined
  /** @param argument What stands behind the verb, without the white space around it. */
  run(session: CommandSession, argument: string, tools: Tools): Answer
}

/** Why a command comes at the wrong time: an occasion that every personality has words for. */
export type OutOfOrder =
  | 'helloFirst'
  | 'needMail'
  | 'nestedMail'
  | 'needRcpt'
  | 'noRecipients'
  | 'inTransaction'
  | 'inChunks'

/** Replies that one command has to itself, by the occasion. */
export type OwnReplies = Readonly<Record<string, (facts: never) => Reply>>

/** What a command may use beyond its session. `Own`: the replies that it has to itself. */
export interface Tools<Own extends OwnReplies = Record<never, never>> {
  /** In the words of the host's personality. */
  readonly replies: Replies & Own
  readonly policies: Personality['policies']
  readonly commands: readonly Command[]
}

export interface Answer {
  readonly session: SmtpSession
  /** Unset where it is sent later: after a chunk, for example. */
  readonly reply: Reply | undefined
  /** Counts in the argument. */
  readonly problem?: SyntaxProblem
  /** To be done right after the reply. */
  readonly then?: readonly Effect[]
}

/** The session stays as it is. */
export const stay = (session: SmtpSession, reply: Reply, problem?: SyntaxProblem): Answer =>
  problem ? { session, reply, problem } : { session, reply }

/** The session goes on as `session`. */
export const go = (session: SmtpSession, reply: Reply, then?: readonly Effect[]): Answer =>
  then ? { session, reply, then } : { session, reply }

/** The session goes on as `session`, and nothing is sent yet. */
export const goSilently = (session: SmtpSession): Answer => ({ session, reply: undefined })

interface CommandIn<Phase extends CommandPhase, Own extends OwnReplies> extends CommandFacts {
  readonly allowedIn: readonly Phase[]
  readonly outOfOrder?: Record<Exclude<CommandPhase, Phase>, OutOfOrder>
  readonly offered?: Command['offered']
  readonly roles?: Command['roles']
  readonly extension?: string
  readonly beforeTls?: Command['beforeTls']
  readonly login?: Command['login']
  readonly use?: Command['use']
  readonly counter?: NonNullable<Command['counter']>
  readonly secret?: Command['secret']
  readonly argument?: Command['argument']
  readonly extraOctets?: number
  readonly replies?: Own
  chunkOf?(argument: string): ChunkFacts | undefined
  examine?(session: CommandSession, argument: string, tools: Tools): Answer | undefined
  run(session: SessionIn<Phase>, argument: string, tools: Tools<Own>): Answer
}

/**
 * A command of one file. `run` sees only sessions in the phases of `allowedIn`; the engine answers
 * in the others, as `outOfOrder` has it.
 */
export const defineCommand = <
  Phase extends CommandPhase,
  Own extends OwnReplies = Record<never, never>,
>(
  given: CommandIn<Phase, Own>,
): Command => ({
  replies: {},
  offered: 'yes',
  roles: allRoles,
  beforeTls: 'refused',
  login: 'not-needed',
  use: 'work',
  secret: 'nothing',
  argument: 'ascii',
  extraOctets: 0,
  ...given,
  outOfOrder: given.outOfOrder ?? {},
  run: given.run as Command['run'],
})
