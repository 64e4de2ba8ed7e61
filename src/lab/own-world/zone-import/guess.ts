import { parseZone } from '../../../dns/zone/parse.ts'
import { aboveServices, sharedEnd } from '../../../dns/zone/zone-name.ts'
import { isName } from '../rename.ts'
import {
  cloudflareDomain,
  fromCloudflare,
  isCloudflareList,
  originOfCloudflare,
  withFinalDot,
} from './cloudflare.ts'
import { fromLookups, isLookupOutput, originOfLookups } from './lookup-output.ts'
import { fromOctodns, isOctodns } from './octodns.ts'
import { fromRecordSets, isRecordSets, originOfRecordSets } from './record-sets.ts'
import { fromRoute53, isRoute53, originOfRoute53 } from './route53.ts'
import { fromTable, isTable, originOfTable } from './table.ts'
import { fromValues, isValues } from './values.ts'
import { readDataText, type TextFault } from '../yaml-text.ts'
import type { Converted } from './zone-text.ts'

export type ZoneFormat =
  | 'zone file'
  | 'Cloudflare export'
  | 'Cloudflare list'
  | 'octoDNS'
  | 'Route 53'
  | 'record sets'
  | 'table'
  | 'lookups'
  | 'values'

/** A pasted text whose format was found: its zone's name if it says so, and its lines under a name. */
export interface Guess {
  readonly format: ZoneFormat
  /** Empty where the text does not say. */
  readonly origin: string
  /** The text says it itself: by its SOA record or `$ORIGIN`, and not only by the names of its records. */
  readonly isStated?: boolean
  readonly convert: (origin: string) => Converted
}

/** Finds out what a text is. @returns A fault where it begins as JSON or YAML and is none of these. */
export function guessFormat(text: string): Guess | TextFault {
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return guessData(text)
  if (isTable(text))
    return {
      ...{ format: 'table', origin: originOfTable(text) },
      convert: (origin) => fromTable(text, origin),
    }
  if (isLookupOutput(text))
    return {
      ...{ format: 'lookups', origin: originOfLookups(text) },
      convert: (origin) => fromLookups(text, origin),
    }
  if (isValues(text))
    return { format: 'values', origin: '', convert: (origin) => fromValues(text, origin) }
  if (/^(?:---|[\w@*?'"][^\s:]*:|\? |'':)\s*(?:#.*)?$/m.test(start.slice(0, 2000))) {
    const guess = guessData(text)
    // A zone file has no line that ends in a colon; but a comment of it may.
    if (!('message' in guess) || /^---/.test(start)) return guess
  }
  return guessZoneFile(text)
}

function guessData(text: string): Guess | TextFault {
  const reading = readDataText(text)
  if (!reading.ok) return reading.fault
  const { data } = reading
  if (isRoute53(data))
    return {
      format: 'Route 53',
      origin: originOfRoute53(data),
      convert: (origin) => fromRoute53(data, origin),
    }
  if (isCloudflareList(data))
    return {
      format: 'Cloudflare list',
      origin: originOfCloudflare(data),
      convert: (origin) => fromCloudflare(data, origin),
    }
  if (isRecordSets(data))
    return {
      format: 'record sets',
      origin: originOfRecordSets(data),
      convert: (origin) => fromRecordSets(data, origin),
    }
  if (isOctodns(data))
    return { format: 'octoDNS', origin: '', convert: (origin) => fromOctodns(data, origin) }
  return {
    ...{ line: 1, column: 1 },
    message:
      'These are no records as octoDNS, Route 53 (`list-resource-record-sets`), Cloudflare, Google Cloud, Azure or PowerDNS write them.',
  }
}

function guessZoneFile(text: string): Guess {
  const domain = cloudflareDomain(text)
  if (domain !== undefined)
    return {
      ...{ format: 'Cloudflare export', origin: domain },
      convert: (origin) => ({ text: withFinalDot(text, origin), notes: [] }),
    }
  return { format: 'zone file', ...originOfZone(text), convert: () => ({ text, notes: [] }) }
}

/** The zone's name by its own words: where its SOA record stands, `$ORIGIN`, or what all names end in. */
function originOfZone(text: string): Pick<Guess, 'origin' | 'isStated'> {
  // Under the root every name is as it is written, and none is outside.
  const { zone } = parseZone(text, { origin: '' })
  const soa = zone.records.map(({ record }) => record).find((record) => record.type === 'SOA')
  const directive = /^\$ORIGIN\s+(\S+?)\.?\s*(?:;.*)?$/im.exec(text)?.[1]?.toLowerCase()
  const names = zone.records.map(({ record }) => record.name).filter((name) => name.includes('.'))
  // Of a zone without absolute names its name server and its contact may be the only ones who know.
  const servers = soa?.type === 'SOA' ? sharedEnd([soa.primary, soa.contact]) : ''
  const stated = soa?.name || directive
  const found = stated || aboveServices(sharedEnd(names)) || servers
  return { origin: isName(found) ? found : '', isStated: Boolean(stated) }
}

/** The zone's name in that of a file: `example.org.zone`, `db.example.org`, `example.org.yaml`. */
export function originOfFile(name: string): string {
  const stem = name
    .toLowerCase()
    .replace(/\.(?:zone|db|txt|dns|bind|hosts|ya?ml|json|conf)$/, '')
    .replace(/^(?:db|zone|named|pri|master)[.-]/, '')
  return stem.includes('.') && isName(stem) ? stem : ''
}
