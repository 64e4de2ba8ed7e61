import type { Authentication } from '../auth/authenticate.ts'
import type { WorldEvent } from './events/index.ts'
import type { StoredMessage } from './stored-message.ts'

/** The whole way of one mail, from its submission to where it ended. */
export interface Journey {
  readonly mail: string
  readonly end: JourneyEnd
  /** Every event on the way, in order. */
  readonly events: readonly WorldEvent[]
}

export type JourneyEnd =
  | { readonly kind: 'inbox' | 'junk'; readonly mailbox: string; readonly message: StoredMessage }
  | {
      readonly kind: 'rejected'
      readonly code: number
      readonly text: string
      readonly authentication?: Authentication
    }
  | ({ readonly kind: 'undeliverable' } & Unfinished)
  /** A host keeps it, and tries again. */
  | ({ readonly kind: 'deferred' } & Unfinished)

interface Unfinished {
  readonly reason: string
  /** Where a host behind the first one refused it: what that had found. */
  readonly authentication?: Authentication
}
