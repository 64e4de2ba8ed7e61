import type { StoredMessage } from '../stored-message.ts'
import type { Basis } from '../log/basis.ts'
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
  /** What the disposition rests on. */
  readonly basis: Basis
}

/** The same for a mailbox that another address led to. */
export function storedFor(
  { stored, text, receipt }: Accepted,
  { deliveredTo, originalTo }: { readonly deliveredTo: string; readonly originalTo: string },
): StoredMessage {
  const { id, at, folder, reason, envelope } = stored
  const bytes = withTraceFields(text, { ...receipt, deliveredTo, originalTo }, 'final')
  return withVerdictOf(stored, { id, at, folder, reason, envelope, bytes })
}

/** The same in another folder. */
export const inFolder = (
  stored: StoredMessage,
  folder: StoredMessage['folder'],
  reason: string,
): StoredMessage => {
  const { id, at, envelope, bytes } = stored
  return withVerdictOf(stored, { id, at, folder, reason, envelope, bytes })
}

/** A verdict is worked out only when somebody looks at it. */
const withVerdictOf = (
  stored: StoredMessage,
  message: Omit<StoredMessage, 'authentication'>,
): StoredMessage =>
  'authentication' in stored
    ? {
        ...message,
        get authentication() {
          return stored.authentication!
        },
      }
    : message
