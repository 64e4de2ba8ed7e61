import type { ClientStep } from '../../sasl/sasl.ts'
import type { PartialReply } from './read-reply.ts'

/** What to fetch from one server. */
export interface FetchJob {
  readonly login: string
  readonly password: string
  /** Not to be guessed: for SCRAM. */
  readonly nonce: string
  /** `up`: TLS began before the greeting. `needed`: no password without it. `never`: the client does not use it. */
  readonly tls: 'up' | 'needed' | 'never'
  /** `best`: the best mechanism of SASL that both know, else APOP, else USER and PASS. */
  readonly how: 'best' | 'apop' | 'password'
  /** Whether the client deletes what it fetched. */
  readonly after: 'delete' | 'leave'
  /** UIDL names of the messages fetched in earlier sessions. */
  readonly known?: readonly string[]
  /** UIDL names of messages fetched in earlier sessions that are deleted now, if they are still there. */
  readonly remove?: readonly string[]
}

export interface Fetched {
  /** By UIDL; empty if the server has none. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** A client's side of one connection, as a value. */
export type FetchSession = Talking | { readonly phase: 'closed' }

export interface Talking {
  readonly phase: 'talking'
  readonly job: FetchJob
  readonly stage: Stage
  readonly secured: 'yes' | 'no'
  /** The greeting's timestamp, if APOP is to be had. */
  readonly timestamp?: string
  readonly incoming: PartialReply
  /** The first tick after the server's last octet, in milliseconds; unset until it comes. */
  readonly idleSince: number | undefined
}

/** The reply that the client waits for. */
export type Stage =
  | {
      readonly name: 'greeting' | 'capa' | 'stls' | 'securing' | 'user' | 'login' | 'uidl' | 'list'
    }
  | { readonly name: 'sasl'; readonly step: ClientStep; readonly fresh: 'yes' | 'no' }
  | ({ readonly name: 'retr' | 'dele' | 'clear' } & Progress)
  | { readonly name: 'quit'; readonly end: FetchEnd }

export interface Progress {
  readonly fetched: readonly Fetched[]
  /** Still to fetch; the first is under way. */
  readonly wanted: readonly Wanted[]
  /** Of earlier sessions, still to delete; the first is under way. */
  readonly old: readonly Wanted[]
  /** UIDL names of those that the server has marked. */
  readonly marked: readonly string[]
}

export interface Wanted {
  readonly number: string
  readonly id: string
}

export interface FetchEnd {
  readonly outcome: 'fetched' | 'failed'
  readonly messages: readonly Fetched[]
  /** UIDL names of those that QUIT has deleted; of others nothing is known (RFC 1939 §6). */
  readonly deleted: readonly string[]
  /** Why it failed, in a sentence without its full stop. */
  readonly reason?: string
}

export type FetchInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up, after the effect `startTls`. */
  | { readonly type: 'secured' }
  /** The server closed the connection. */
  | { readonly type: 'closed' }

export type FetchEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | { readonly type: 'startTls' }
  /** How the session ended; sent once. */
  | ({ readonly type: 'done' } & FetchEnd)
  | { readonly type: 'close' }

export interface FetchTurn {
  readonly session: FetchSession
  /** To be done in order. */
  readonly effects: readonly FetchEffect[]
}
