import { AUTHENTICATION_OCTETS } from '../log/authentication-octets.ts'
import type { Basis } from '../log/basis.ts'
import { defineEvent } from '../log/event-kind.ts'
import type { StoredMessage } from '../stored-message.ts'

/** A message arrived in a mailbox. */
export interface Delivered {
  readonly type: 'delivered'
  /** The connection that brought it; absent where the host wrote it itself. */
  readonly connection?: number
  /** The host that wrote it itself, and the id of the message that it is about. */
  readonly host?: string
  readonly about?: string
  /** The address of the mailbox. */
  readonly mailbox: string
  readonly message: StoredMessage
  /** What its disposition rests on; absent where nothing decided about it. */
  readonly basis?: Basis
}

export const delivered = defineEvent<Delivered>({
  type: 'delivered',
  shownIn: 'activity',
  sentence({ mailbox, message: { envelope, folder } }) {
    const from = envelope.from || 'the null sender'
    return folder === 'junk'
      ? `A message from ${from} is put into the junk folder of ${mailbox}.`
      : `A message from ${from} arrives in the inbox of ${mailbox}.`
  },
  tone: ({ message: { folder } }) => (folder === 'junk' ? 'warn' : 'pass'),
  // Not looked at here: that alone would work the verdict out.
  octets: ({ message: arrived }) =>
    arrived.bytes.length + ('authentication' in arrived ? AUTHENTICATION_OCTETS : 0),
})
