import type { StoreRefusal } from '../protocols/store/store.ts'
import type { StoredMessage } from './stored-message.ts'
import type { Basis } from './log/basis.ts'
import type { Internet } from './internet.ts'

export interface LocalDelivery {
  /** Domains of the delivering host. */
  readonly domains: readonly string[]
  readonly address: string
  readonly message: StoredMessage
  /** The connection that brought the message; absent where the host wrote it itself. */
  readonly connection?: number
  /** The host that wrote it, and the id of the message that it is about. */
  readonly host?: string
  readonly about?: string | undefined
  /** What its disposition rests on. */
  readonly basis?: Basis
}

/**
 * Delivers a message to the mailbox of an address, if there is one.
 * @returns Why the store refuses it: the mailbox may be full.
 */
export function deliver(
  net: Internet,
  { domains, address, message, connection, host, about, basis }: LocalDelivery,
): StoreRefusal | undefined {
  const mailbox = net.mailboxes.receiving(address, domains)
  if (!mailbox) return undefined
  const refused = net.mailboxes.deliver(mailbox, message)
  if (refused) return refused
  // Written out for what a client brings, which is nearly all.
  if (connection !== undefined && host === undefined && about === undefined && basis)
    net.emit({ type: 'delivered', connection, mailbox: mailbox.address, message, basis })
  else
    net.emit({
      type: 'delivered',
      ...(connection !== undefined && { connection }),
      ...(host !== undefined && { host }),
      ...(about !== undefined && { about }),
      mailbox: mailbox.address,
      message,
      ...(basis && { basis }),
    })
  return undefined
}
