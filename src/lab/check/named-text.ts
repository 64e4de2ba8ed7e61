import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { span } from '../../core/span.ts'
import type { TextFamily } from '../../auth/text-family.ts'

/** A name for what was pasted without one. */
export const NAMELESS = 'example.org'

/** Where a record without a name is judged. */
const OWNERS: Readonly<Record<TextFamily, string>> = {
  spf: NAMELESS,
  dkim: `selector._domainkey.${NAMELESS}`,
  dmarc: `_dmarc.${NAMELESS}`,
  'mta-sts': `_mta-sts.${NAMELESS}`,
  'tls-rpt': `_smtp._tls.${NAMELESS}`,
  bimi: `default._bimi.${NAMELESS}`,
}

interface NamedValue {
  readonly family: TextFamily
  readonly value: string
  /** What the value is joined of, if that was written. */
  readonly strings?: readonly string[]
}

/** A record's value as the DNS would hand it out. @param owner Where it stands; a usual place of its kind if absent. */
export function recordNamed(
  owner: string | undefined,
  { family, value, strings = [value] }: NamedValue,
  file: string,
): DnsRecord {
  const place = { file, span: span(0, value.length) }
  const head = { name: owner ?? OWNERS[family], ttl: 300, place }
  return { ...head, type: 'TXT', strings: strings.flatMap(stringsOf), text: mapPlain(value) }
}

/** A name that was typed, and is no file's. */
export function domainIn(name: string): string | undefined {
  const typed = name.trim().replace(/\.$/, '').toLowerCase()
  const isDomain = /^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u.test(typed)
  return isDomain &&
    typed.length <= 253 &&
    !/\.(?:zone|db|dns|txt|eml|hosts|conf|bind)$/.test(typed)
    ? typed
    : undefined
}

function stringsOf(value: string): string[] {
  const octets = fromLatin1(utf8(value))
  return octets.match(/[^]{1,255}/g) ?? ['']
}
