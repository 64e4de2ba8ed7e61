import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { decodeMailboxName, decodeMailboxPattern, encodeMailboxName } from '../data/utf7.ts'
import { printAstring } from '../data/wire-text.ts'
import { MAILBOX_NAME } from '../limits.ts'
import { isUtf8 } from '../server/modes.ts'
import { octetsOf } from '../server/output.ts'
import type { Enabled } from '../server/session.ts'
import { check } from './combine.ts'
import { fail, failed, type Parser, type Reader } from './reader.ts'
import { astring, listMailbox, type Octets } from './strings.ts'

/**
 * A mailbox name as an argument; comes out as its owner reads it. Modified UTF-7 in the old way of
 * speaking (RFC 3501 §5.1.3), UTF-8 in the new one (RFC 6855 §3, RFC 9051 §5.1).
 */
export const mailboxName: Parser<string> = (reader) => {
  const from = reader.at
  const octets = astring(reader)
  if (octets === failed) return failed
  const name = octets.length > MAILBOX_NAME ? undefined : decoded(octets, reader)
  if (name !== undefined) return name
  const problem = problemOf(octets, reader)
  reader.refusedName = { name: octets, problem }
  return fail(reader, sentences[problem], from)
}

const decoded = (octets: Octets, { characters }: Reader): string | undefined =>
  characters === 'utf8' ? fromStrictUtf8(latin1(octets)) : decodeMailboxName(octets)

const problemOf = (octets: Octets, { characters }: Reader): keyof typeof sentences =>
  octets.length > MAILBOX_NAME ? 'too-long' : characters === 'utf8' ? 'not-utf8' : 'not-utf7'

/** What the mark under the name says. */
const sentences = {
  'too-long': 'That name is too long',
  'not-utf8': 'That name is not UTF-8',
  'not-utf7': 'That name is not modified UTF-7: write `&-` for `&`',
} as const

/** A pattern of LIST, or what stands before it, as it came: only both together have a meaning. */
export interface NamePattern {
  readonly written: Octets
  readonly characters: Reader['characters']
}

const patternOf =
  (parser: Parser<Octets>): Parser<NamePattern> =>
  (reader) =>
    check(parser, (written) =>
      written.length > MAILBOX_NAME
        ? { because: 'That name is too long' }
        : { written, characters: reader.characters },
    )(reader)

/** A pattern for LIST and LSUB. */
export const namePattern: Parser<NamePattern> = patternOf(listMailbox)

/** The reference of LIST and LSUB. */
export const reference: Parser<NamePattern> = patternOf(astring)

/**
 * A pattern as an owner reads names. Whatever is no modified UTF-7 or no UTF-8 stands for itself, for
 * a pattern may cut through an encoded character: `a&*`.
 */
export const readPattern = ({ written, characters }: NamePattern): string =>
  characters === 'utf8'
    ? (fromStrictUtf8(latin1(written)) ?? written)
    : decodeMailboxPattern(written)

/** A mailbox name on the wire. */
export const writeName = (name: string, enabled: Enabled): string =>
  isUtf8(enabled)
    ? printAstring(octetsOf(name), 'utf8')
    : printAstring(encodeMailboxName(name), 'ascii')
