import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { span } from '../../core/span.ts'
import type { TextFamily } from '../../auth/text-family.ts'
import { zoneNameIn, zoneNameOfFile, zoneOfOwners } from '../../dns/zone/zone-name.ts'

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

/** The name of a zone: as it was typed, by its file, by its text. */
export const zoneNameOf = (name: string, text: string): string | undefined =>
  domainIn(name) ?? zoneNameOfFile(name) ?? zoneNameIn(text) ?? wholeName(text)

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

/** The zone of the owners that are written whole, as exports of a provider and `dig` have them. */
function wholeName(text: string): string | undefined {
  const top = text.slice(0, 100_000)
  const found = zoneOfOwners(namesIn(top, WHOLE_OWNER)) || zoneOfOwners(namesIn(top, SERVICE_OWNER))
  return found === '' ? undefined : found
}

const namesIn = (text: string, owner: RegExp): string[] =>
  [...text.matchAll(owner)].map(([, name]) => name!.toLowerCase())

const WHOLE_OWNER = /^((?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9])\.[ \t]/gim

/** `_dmarc.example.org` without its final dot: two labels above a service are hardly relative. */
const SERVICE_OWNER =
  /^((?:[a-z0-9-]{1,63}\.){0,4}_[a-z0-9-]{1,62}(?:\.[a-z0-9_-]{1,63}){1,4}\.[a-z][a-z0-9-]{0,61}[a-z0-9])[ \t]/gim

function stringsOf(value: string): string[] {
  const octets = fromLatin1(utf8(value))
  return octets.match(/[^]{1,255}/g) ?? ['']
}
