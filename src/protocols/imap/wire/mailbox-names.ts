import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { decodeMailboxName, encodeMailboxName } from '../data/utf7.ts'
import { printAstring } from '../data/wire-text.ts'
import { MAILBOX_NAME } from '../limits.ts'
import { isUtf8 } from '../server/modes.ts'
import { octetsOf } from '../server/output.ts'
import type { Enabled } from '../server/session.ts'
import { check } from './combine.ts'
import type { Parser, Reader } from './reader.ts'
import { astring, listMailbox, type Octets } from './strings.ts'

/** A mailbox name as an argument; comes out as its owner reads it. */
export const mailboxName: Parser<string> = (reader) =>
  check(astring, (octets) => readName(octets, reader))(reader)

/** A pattern for LIST. */
export const namePattern: Parser<string> = (reader) =>
  check(listMailbox, (octets) => readName(octets, reader))(reader)

/**
 * Modified UTF-7 in the old way of speaking (RFC 3501 §5.1.3), UTF-8 in the new one (RFC 6855 §3,
 * RFC 9051 §5.1).
 */
function readName(octets: Octets, { characters }: Reader): string | { readonly because: string } {
  if (octets.length > MAILBOX_NAME) return { because: 'That name is too long' }
  if (characters === 'utf8') {
    return fromStrictUtf8(latin1(octets)) ?? { because: 'That name is not UTF-8' }
  }
  return (
    decodeMailboxName(octets) ?? { because: 'That name is not modified UTF-7: write `&-` for `&`' }
  )
}

/** A mailbox name on the wire. */
export const writeName = (name: string, enabled: Enabled): string =>
  isUtf8(enabled)
    ? printAstring(octetsOf(name), 'utf8')
    : printAstring(encodeMailboxName(name), 'ascii')
