import { domainOf } from '../core/domain.ts'
import type { StoredMessage } from './events.ts'
import type { Internet, MailboxStore } from './internet.ts'
import type { HostSpec } from './spec.ts'

/** The domains whose mailboxes a host serves, in the order of its services. */
export const domainsOf = ({ smtp, submission, lmtp }: HostSpec): string[] => [
  ...new Set(
    [smtp, submission, lmtp].flatMap((service) =>
      (service?.domains ?? []).map((domain) => domain.toLowerCase()),
    ),
  ),
]

/**
 * Puts a message into the mailbox of an address, if there is one.
 * @param domains Those of the host.
 * @param connection That brought it; unset where the host wrote it itself.
 */
export function storeFor(
  net: Internet,
  domains: readonly string[],
  address: string,
  message: StoredMessage,
  connection?: number,
): void {
  const mailbox = mailboxFor(net, domains, address)
  if (!mailbox) return
  mailbox.messages.push(message)
  const account = net.store.open(mailbox.address)
  const folder = account.mailbox(message.folder === 'junk' ? 'Junk' : 'INBOX')
  folder?.append([{ bytes: message.bytes, internalDate: message.at }])
  net.emit({
    type: 'delivered',
    ...(connection !== undefined && { connection }),
    mailbox: mailbox.address,
    message,
  })
}

/** Postmaster's mail goes to the first mailbox of the host, if it has none of its own (RFC 5321 §4.5.1). */
function mailboxFor(
  net: Internet,
  domains: readonly string[],
  address: string,
): MailboxStore | undefined {
  const wanted = address.toLowerCase()
  const exact = net.mailboxes.find((mailbox) => mailbox.address.toLowerCase() === wanted)
  if (exact || !wanted.startsWith('postmaster')) return exact
  return net.mailboxes.find((mailbox) =>
    domains.some((domain) => domain.toLowerCase() === domainOf(mailbox.address)),
  )
}
