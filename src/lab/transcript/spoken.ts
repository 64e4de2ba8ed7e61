import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { CommandFacts } from '../../protocols/shared/command-facts.ts'
import type { CapabilityFacts } from '../views/capability-tables.ts'
import type { WireCard } from '../views/wire-word.ts'
import type { SessionStates } from '../views/session-states.ts'
import type { Exchange, Follower } from './exchange.ts'
import type { Judge } from './judge.ts'

/** What a transcript needs of a protocol: its tables, and its server. */
export interface Spoken {
  readonly protocol: SpokenProtocol
  readonly states: SessionStates
  /** Those in which a command may come, in the order of a session. */
  readonly phases: readonly string[]
  commandNamed(verb: string): (CommandFacts & { readonly allowedIn: readonly string[] }) | undefined
  capabilityFacts(keyword: string): CapabilityFacts | undefined
  /** What stands in brackets in an answer. */
  responseCode?(code: string): WireCard | undefined
  /** What the server reports without being asked. */
  untagged?(text: string): WireCard | undefined
  follower(): Follower
  /** The real server. @param commands All that the client sends. */
  judge(first: string, commands: readonly Exchange[]): Judge
}
