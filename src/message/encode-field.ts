import { foldField } from './compose.ts'
import { parseAddresses } from './addresses.ts'
import { writeAddresses } from './write-addresses.ts'
import { encodeWords } from './encode-words.ts'

/** Fields whose value is a list of addresses (RFC 5322 §3.6.2, §3.6.3, §3.6.6). */
const ADDRESS_FIELDS = new Set(
  ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'].flatMap((name) => [name, `resent-${name}`]),
)

export const isAddressField = (name: string): boolean => ADDRESS_FIELDS.has(name.toLowerCase())

/**
 * One field in ASCII: what else its text holds is encoded where the field allows it (RFC 2047 §5):
 * the names of mailboxes in a field of addresses, anything in another.
 * @returns Folded, without the CRLF at its end.
 */
export function encodeField(name: string, value: string): string {
  if (/^[\x20-\x7e\t\r\n]*$/.test(value) && !value.includes('=?')) return foldField(name, value)
  const text = value.replace(/[\r\n]+[ \t]*/g, ' ')
  const encoded = isAddressField(name)
    ? writeAddresses(parseAddresses(text).entries)
    : encodeWords(text, 'text', name.length + 2)
  return foldField(name, encoded)
}
