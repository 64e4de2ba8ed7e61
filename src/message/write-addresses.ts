import type { Group, Mailbox } from './address.ts'
import { encodeWords } from './encode-words.ts'

/** Writes addresses as a field holds them (RFC 5322 §3.4), names encoded where they are not ASCII. */
export const writeAddresses = (entries: readonly (Mailbox | Group)[]): string =>
  entries.map(writeEntry).join(', ')

function writeEntry(entry: Mailbox | Group): string {
  if (entry.kind === 'mailbox') return writeMailbox(entry)
  return `${writePhrase(entry.name)}: ${entry.members.map(writeMailbox).join(', ')};`
}

/** `Name <address>`, or the address alone. */
export const writeMailbox = ({ name, address }: Pick<Mailbox, 'name' | 'address'>): string =>
  name === undefined || name === '' ? address : `${writePhrase(name)} <${address}>`

const ATOMS = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/

/** A display name: words as they are, in quotes, or encoded (RFC 5322 §3.2.5, RFC 2047 §5). */
export function writePhrase(name: string): string {
  if (/[^\x20-\x7e]|=\?/.test(name)) return encodeWords(name, 'phrase')
  return ATOMS.test(name) && name.trim() === name ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
}
