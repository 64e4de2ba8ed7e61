import { asCharacters } from '../../../core/bytes.ts'
import { parseMessage } from '../../../message/parse.ts'
import type { Mailbox } from '../../../world/mailboxes.ts'
import type { Row } from '../card.ts'
import { newestDelivered } from './message.ts'

/** The server that wrote the field, or that it says wrote it (RFC 5321 §4.4). */
const BY = /\bby\s+([^\s;()]+)/i

/**
 * The fields `Received` of the newest message that a server delivered to a mailbox, from the top, each called
 * by the host behind its `by`.
 */
export function receivedRows(
  mailboxes: readonly Mailbox[],
  { mailbox }: { readonly mailbox: string },
): Row[] {
  const newest = newestDelivered(mailboxes, mailbox)
  const fields = newest ? parseMessage(newest.bytes).fields : []
  return fields
    .filter(({ lower }) => lower === 'received')
    .map(({ name, value }, at) => {
      const text = asCharacters(value).trim().replace(/\s+/g, ' ')
      return { key: `h${at}`, name: BY.exec(text)?.[1] ?? '', text: `${name}: ${text}` }
    })
}
