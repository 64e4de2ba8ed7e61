import type { StoredMessage } from '../stored-message.ts'
import type { Internet } from '../internet.ts'
import { withTraceFields, type Receipt } from '../trace-fields.ts'
import type { Examined } from './examine.ts'
import type { Incoming, Receiver } from './receiver.ts'

/** A message that a host has accepted, and what it knows of it. */
export interface Accepted {
  readonly net: Internet
  readonly receiver: Receiver
  /** The message as the host has it: a gateway may have changed it. */
  readonly incoming: Incoming
  readonly receipt: Receipt
  readonly examined: Examined | undefined
  /** As a mailbox gets it whose address is the recipient's. */
  readonly stored: StoredMessage
  /** The message without trace fields, as it is stored. */
  readonly text: Uint8Array
}

/** The same for a mailbox that another address led to. */
export function storedFor(
  { stored, text, receipt }: Accepted,
  { deliveredTo, originalTo }: { readonly deliveredTo: string; readonly originalTo: string },
): StoredMessage {
  const { id, at, folder, reason, envelope } = stored
  const bytes = withTraceFields(text, { ...receipt, deliveredTo, originalTo }, 'final')
  const arrived = { id, at, folder, reason, envelope, bytes }
  if (!('authentication' in stored)) return arrived
  return {
    ...arrived,
    get authentication() {
      return stored.authentication!
    },
  }
}
