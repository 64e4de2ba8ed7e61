import type { MailParameters } from '../../protocols/smtp/parameters/mail.ts'
import type { RcptParameters } from '../../protocols/smtp/parameters/rcpt.ts'
import type { HostSpec } from '../spec.ts'

/** A message that a host sends to others, with its envelope (RFC 5321 §4.5.4.1). */
export interface QueuedMessage {
  /** Under which the host keeps it. */
  readonly id: string
  readonly host: HostSpec
  /** What the host calls itself. */
  readonly helo: string
  /** Empty for the null reverse-path. */
  readonly from: string
  readonly to: readonly QueuedRecipient[]
  readonly bytes: Uint8Array
  /** Parameters of MAIL that go along. */
  readonly parameters: Pick<MailParameters, 'ret' | 'envid' | 'requireTls' | 'body'>
  /** When the host got it, in milliseconds. */
  readonly arrivedAt: number
  /** Who brought it; unset where it was written here. */
  readonly receivedFrom?: { readonly helo: string; readonly ip: string }
  /** The connection that brought it. */
  readonly cause?: number
  /** Of a report: the id of the message that it is about. */
  readonly about?: string
  /** The host wrote it of its own accord. */
  readonly isOwn?: true
}

export interface QueuedRecipient extends RcptParameters {
  readonly address: string
}
