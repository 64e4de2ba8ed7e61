import type { DateTime } from '../../wire/dates.ts'
import type { NumberSet } from '../../data/number-set.ts'
import type { Envelope } from './envelope.ts'
import type { Structure } from './structure.ts'

/** Untagged responses as values (RFC 9051 §7). */
export type ServerData =
  | ({
      readonly type: 'status'
      readonly status: 'OK' | 'NO' | 'BAD' | 'BYE' | 'PREAUTH'
    } & StatusText)
  | { readonly type: 'capability' | 'enabled'; readonly capabilities: readonly string[] }
  | { readonly type: 'flags'; readonly flags: readonly string[] }
  | { readonly type: 'exists' | 'recent' | 'expunge'; readonly number: number }
  | ({ readonly type: 'fetch' } & FetchedMessage)
  | ({ readonly type: 'list' | 'lsub' } & ListedMailbox)
  | { readonly type: 'counts'; readonly name: string; readonly values: ReadonlyMap<string, string> }
  | ({ readonly type: 'search' } & Found)
  | { readonly type: 'sort'; readonly numbers: readonly number[] }
  | { readonly type: 'vanished'; readonly when: 'now' | 'earlier'; readonly uids: NumberSet }
  /** Data of an extension: its first word, and the rest unchanged. */
  | { readonly type: 'other'; readonly word: string; readonly text: string }

/** The text behind OK and its like (RFC 9051 §7.1). */
export interface StatusText {
  /** The code in brackets. */
  readonly code?: StatusCode
  readonly text: string
}

export interface StatusCode {
  /** In upper case: `UIDNEXT`, `CAPABILITY`. */
  readonly name: string
  /** The rest of the brackets, as written. */
  readonly argument: string
}

export interface ListedMailbox {
  /** With their backslashes, as written. */
  readonly attributes: readonly string[]
  readonly delimiter: string | undefined
  /** As its owner reads it. */
  readonly name: string
}

/** Of SEARCH or ESEARCH; rising as the server has them. */
export interface Found {
  readonly by: 'number' | 'uid'
  /** Absent where only numbers about them were asked for. */
  readonly numbers?: readonly number[]
  readonly min?: number
  readonly max?: number
  readonly count?: number
  readonly modSeq?: number
}

export interface FetchedMessage {
  readonly number: number
  readonly uid?: number
  readonly flags?: readonly string[]
  readonly size?: number
  readonly internalDate?: DateTime
  readonly modSeq?: number
  readonly envelope?: Envelope
  readonly structure?: Structure
  /** By what was asked for: `BODY[HEADER]`, `BODY[1]<0>`, `RFC822`; null is NIL. */
  readonly sections: ReadonlyMap<string, Uint8Array | null>
}
