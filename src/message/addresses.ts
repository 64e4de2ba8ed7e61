import type { AddressList } from './address.ts'
import { readAddressList } from './read-addresses.ts'

export { formatAddress } from './address.ts'
export type { AddressList, AddressProblem, Group, Mailbox } from './address.ts'

/**
 * Reads a list of addresses. Never throws; what cannot be read is reported and skipped to the next
 * comma. @param text A field's value; folds may stand in it.
 */
export function parseAddresses(text: string): AddressList {
  const { entries, problems } = readAddressList(text)
  const mailboxes = entries.flatMap((entry) => (entry.kind === 'group' ? entry.members : [entry]))
  return { entries, mailboxes, problems }
}
