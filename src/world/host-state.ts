import { remember } from '../protocols/smtp/policies/memory.ts'
import type { SenderRecord } from './reputation/senders.ts'

/** What a host comes to know of its lists and senders while the world runs. */
export interface HostState {
  /** By the address of the list in lowercase. */
  readonly lists: Map<string, ListState>
  /** When a responder answered a sender last, in milliseconds, by both addresses. */
  readonly answered: Map<string, number>
  /** By the client’s address. */
  readonly senders: Map<string, SenderRecord>
  /** Why an address gets no mail from here, by address in lowercase. */
  readonly suppressed: Map<string, string>
  /** When each customer handed messages in, by login. */
  readonly sentBy: Map<string, number[]>
  /** Texts of the files that it serves now in place of those of its spec, by path. */
  readonly files: Map<string, string>
}

export interface ListState {
  /** Addresses in lowercase that left, or were taken off. */
  readonly gone: Set<string>
  /** How many posts came back, by member in lowercase. */
  readonly bounces: Map<string, number>
  /** Posts that wait for the list's owner. */
  readonly held: Set<string>
}

export const emptyHostState = (): HostState => ({
  lists: new Map(),
  answered: new Map(),
  senders: new Map(),
  suppressed: new Map(),
  sentBy: new Map(),
  files: new Map(),
})

export function listStateOf({ lists }: HostState, address: string): ListState {
  const key = address.toLowerCase()
  const found = lists.get(key) ?? { gone: new Set(), bounces: new Map(), held: new Set() }
  if (!lists.has(key)) remember(lists, key, found)
  return found
}
