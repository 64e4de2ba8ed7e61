import type { Tls } from '../../../core/tls.ts'
import type { MailParameters } from '../parameters/mail.ts'
import type { RcptParameters } from '../parameters/rcpt.ts'

export interface Sender {
  /** Empty for the null reverse-path. */
  readonly from: string
  readonly parameters: MailParameters
}

/** A recipient that was accepted. */
export interface Recipient {
  readonly address: string
  /** The same for all ways to write the address. */
  readonly key: string
  readonly parameters: RcptParameters
}

/** What a message carries from its sender to the world: RFC 5321 §2.3.1. */
export interface SmtpEnvelope {
  /** The reverse-path without brackets and source route; empty for the null sender. */
  readonly from: string
  /** In the order they were accepted; each once, but as often as it was sent in LMTP. */
  readonly to: readonly string[]
  /** What RCPT carried beyond each address, in the same order. */
  readonly recipients: readonly RcptParameters[]
  readonly helo: string
  /** The address the client connected from. */
  readonly ip: string
  readonly parameters: MailParameters
  /** How it came, as a Received field names it (RFC 3848, RFC 6531 §4.3). */
  readonly protocol: string
  /** Who had logged in. */
  readonly user?: string
  readonly tls?: Tls
}
