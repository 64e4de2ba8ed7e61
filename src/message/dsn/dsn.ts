import type { Span } from '../../core/span.ts'
import type { MessageProblem } from '../problem.ts'
import type { Status } from './status.ts'

/** What became of a message for one recipient (RFC 3464 §2.3.3). */
export type Action = (typeof ACTIONS)[number]

export const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** A value with the type that sets how to read it: `dns; mx.example.org` (RFC 3464 §2.1.2). */
export interface Typed {
  /** In lower case: `rfc822`, `dns`, `smtp`. */
  readonly type: string
  readonly value: string
  readonly span: Span
}

/** A delivery status notification (RFC 3464). Spans count octets of the mail it was read from. */
export interface Dsn {
  /** ENVID of the submission (§2.2.1). */
  readonly originalEnvelopeId?: string
  /** The server that reports (§2.2.2). */
  readonly reportingMta?: Typed
  readonly dsnGateway?: Typed
  readonly receivedFromMta?: Typed
  /** Milliseconds since 1970. */
  readonly arrivalDate?: number
  readonly recipients: readonly DsnRecipient[]
}

export interface DsnRecipient {
  /** ORCPT of the submission (§2.3.1). */
  readonly originalRecipient?: Typed
  readonly finalRecipient?: Typed
  readonly action?: Action
  readonly status?: Status & { readonly span: Span }
  /** The server that refused it, where that is not the reporting one. */
  readonly remoteMta?: Typed
  /** The reply of that server, word for word. */
  readonly diagnosticCode?: Typed
  /** Milliseconds since 1970. */
  readonly lastAttemptDate?: number
  readonly finalLogId?: string
  /** Milliseconds since 1970. */
  readonly willRetryUntil?: number
  /** From its first field to its last. */
  readonly span: Span
}

export interface ReadDsn {
  /** Absent where the mail is no delivery status notification. */
  readonly dsn?: Dsn
  /** For people. */
  readonly explanation?: string
  /** The message that it is about, or its header. */
  readonly original?: {
    readonly span: Span
    readonly returned: 'full' | 'headers'
    readonly bytes: Uint8Array
  }
  readonly problems: readonly MessageProblem[]
}
