import type { ClientStep } from '../../sasl/sasl.ts'
import type { HeardSoFar } from './read-reply.ts'

/** A maildrop to be fetched from one server. */
export interface FetchJob {
  readonly login: string
  readonly password: string
  /** Nobody can guess it: for SCRAM. */
  readonly nonce: string
  /** `up`: TLS began before the first word. `needed`: no password without. `never`: none is asked for. */
  readonly tls: 'up' | 'needed' | 'never'
  /** `best`: the best mechanism of SASL that both know, else APOP, else USER and PASS. */
  readonly how: 'best' | 'apop' | 'password'
  /** Whether what was fetched is deleted. */
  readonly after: 'delete' | 'leave'
  /** Names by UIDL of what was fetched in earlier sessions. */
  readonly known?: readonly string[]
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
  readonly incoming: HeardSoFar
  /** The first tick after the server's last word, in milliseconds; unset until it comes. */
  readonly idleSince: number | undefined
}

/** The reply that is waited for. */
export type Stage =
  | {
      readonly name: 'greeting' | 'capa' | 'stls' | 'securing' | 'user' | 'login' | 'uidl' | 'list'
    }
  | { readonly name: 'sasl'; readonly step: ClientStep; readonly fresh: 'yes' | 'no' }
  | ({ readonly name: 'retr' | 'dele' } & Progress)
  | { readonly name: 'quit'; readonly end: FetchEnd }

export interface Progress {
  readonly fetched: readonly Fetched[]
  /** Still to be fetched; the first is under way. */
  readonly wanted: readonly Wanted[]
}

export interface Wanted {
  readonly number: string
  readonly id: string
}

export interface FetchEnd {
  readonly outcome: 'fetched' | 'failed'
  readonly messages: readonly Fetched[]
  /** Why it failed, in a sentence without its full stop. */
  readonly reason?: string
}

export type FetchInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** Time went by. `now` in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** TLS is up, after the effect `startTls`. */
  | { readonly type: 'secured' }
  /** The server hung up. */
  | { readonly type: 'closed' }

export type FetchEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | { readonly type: 'startTls' }
  /** How it ended; said once. */
  | ({ readonly type: 'done' } & FetchEnd)
  | { readonly type: 'close' }

export interface FetchTurn {
  readonly session: FetchSession
  /** To be done in order. */
  readonly effects: readonly FetchEffect[]
}
