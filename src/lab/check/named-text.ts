import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { isWithin } from '../../core/domain.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { span } from '../../core/span.ts'
import type { TextFamily } from '../../auth/text-family.ts'
import {
  aboveServices,
  zoneNameIn,
  zoneNameOfFile,
  zoneOfOwners,
} from '../../dns/zone/zone-name.ts'

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
  statedZoneName(name, text) ?? wholeName(text)

/** The same, where it is no guess from the names of records. */
export const statedZoneName = (name: string, text: string): string | undefined =>
  domainIn(name) ?? zoneNameOfFile(name) ?? zoneNameIn(text)

/** Domains that are read of one text beside its own. */
const MOST_OTHERS = 20

/** The domains of the whole names that are not in a zone, as answers about several domains have them. */
export function otherDomains(text: string, origin: string): readonly string[] {
  const domains: string[] = []
  const owners = namesIn(text.slice(0, 100_000), WHOLE_OWNER)
    .map(aboveServices)
    .toSorted((a, b) => a.length - b.length)
  for (const name of owners)
    if (domains.length < MOST_OTHERS && ![origin, ...domains].some((one) => isWithin(name, one)))
      domains.push(name)
  return domains
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
