import { parseMessage } from '../../../message/parse.ts'
import { parseDsn } from '../../../message/dsn/read.ts'
import { findReport, readFieldGroups } from '../../../message/report/read-report.ts'
import { messagesOf, type Mailbox } from '../../../world/mailboxes.ts'
import { sameMailbox } from '../../command-pattern.ts'
import type { Row } from '../card.ts'

interface Wanted {
  readonly mailbox: string
  readonly recipient?: string
}

/**
 * The newest report of a delivery in a mailbox (RFC 3464), or the newest about a recipient: a row for each
 * field of its part for machines, called by the field's name.
 */
export function reportRows(mailboxes: readonly Mailbox[], { mailbox, recipient }: Wanted): Row[] {
  const found = mailboxes.find(({ address }) => sameMailbox(address, mailbox))
  const newest = (found ? messagesOf(found) : [])
    .toSorted((a, b) => (a.delivery?.at ?? 0) - (b.delivery?.at ?? 0))
    .findLast(({ bytes }) => isAbout(bytes, recipient))
  if (!newest) return []
  const message = parseMessage(newest.bytes)
  const machine = findReport(message)?.machine
  const groups = machine ? readFieldGroups(message, machine).groups : []
  return groups.flat().map(({ name, value }, at) => ({
    ...{ key: `r${at}`, name, text: `${name}: ${value.trim().replace(/\s+/g, ' ')}` },
  }))
}

function isAbout(bytes: Uint8Array, recipient: string | undefined): boolean {
  const { dsn } = parseDsn(parseMessage(bytes))
  if (!dsn || recipient === undefined) return dsn !== undefined
  return dsn.recipients.some(({ finalRecipient }) =>
    sameMailbox(finalRecipient?.value ?? '', recipient),
  )
}
