import type { Observation } from '../auth/dmarc/reports/gather.ts'
import type { StsPolicy } from '../auth/mta-sts/policy.ts'
import { remember } from '../protocols/smtp/policies/memory.ts'
import type { HandedIn } from './reports/handed-in.ts'
import type { TlsSession } from './outbox/tls/session.ts'
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
  /** Policies of MTA-STS that it keeps, by domain. */
  readonly stsPolicies: Map<string, KeptStsPolicy>
  /** What is still to be reported about TLS. */
  readonly tlsSessions: TlsSession[]
  /** What is still to be reported about messages. */
  readonly observed: Observation[]
  /** Reports about TLS that were not taken yet. */
  readonly handedIn: HandedIn[]
  /** When it reported failures, by policy domain, in milliseconds. */
  readonly failuresSent: Map<string, readonly number[]>
}

/** A policy that was fetched (RFC 8461 §3.3). */
export interface KeptStsPolicy {
  /** Of the record that led to it. */
  readonly id: string
  readonly policy: StsPolicy
  /** In milliseconds. */
  readonly until: number
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
  stsPolicies: new Map(),
  tlsSessions: [],
  observed: [],
  handedIn: [],
  failuresSent: new Map(),
})

/** One that goes on from here by itself. */
export const copyHostState = (state: HostState): HostState => ({
  lists: mapValues(state.lists, ({ gone, bounces, held }) => ({
    ...{ gone: new Set(gone), bounces: new Map(bounces), held: new Set(held) },
  })),
  answered: new Map(state.answered),
  senders: mapValues(state.senders, ({ accepted, unknown, complaints }) => ({
    ...{ accepted: [...accepted], unknown: [...unknown], complaints: [...complaints] },
  })),
  suppressed: new Map(state.suppressed),
  sentBy: mapValues(state.sentBy, (times) => [...times]),
  files: new Map(state.files),
  stsPolicies: new Map(state.stsPolicies),
  tlsSessions: [...state.tlsSessions],
  observed: [...state.observed],
  handedIn: [...state.handedIn],
  failuresSent: new Map(state.failuresSent),
})

const mapValues = <Value>(map: ReadonlyMap<string, Value>, copy: (value: Value) => Value) =>
  new Map([...map].map(([key, value]) => [key, copy(value)]))

export function listStateOf({ lists }: HostState, address: string): ListState {
  const key = address.toLowerCase()
  const found = lists.get(key) ?? { gone: new Set(), bounces: new Map(), held: new Set() }
  if (!lists.has(key)) remember(lists, key, found)
  return found
}
