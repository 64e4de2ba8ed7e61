import type { DeliverEffect } from '../../protocols/smtp/server/session.ts'
import type { HostSpec, SmtpServiceSpec } from '../spec.ts'

/** A service that accepts messages, on one connection. */
export interface Receiver {
  readonly host: HostSpec
  readonly service: Pick<SmtpServiceSpec, 'domains' | 'authenticates'> & Partial<SmtpServiceSpec>
  readonly connection: number
  /** Whether the client gets a reply for each recipient (LMTP), or one for all. */
  readonly replies: 'each' | 'once'
}

/** Where a host changes the message, `storable` stays another array, and says nothing of the new one. */
export type Incoming = Pick<DeliverEffect, 'envelope' | 'message' | 'storable'>

/** Digits of a queue id. */
export const ID_LENGTH = 11
