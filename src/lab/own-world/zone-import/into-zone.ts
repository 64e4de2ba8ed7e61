import { joinedText, type DnsRecord } from '../../../core/dns.ts'
import { textFamilyOf } from '../../../auth/text-family.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

/** A zone with a part of one in it. */
export interface JoinedZone {
  readonly text: string
  /** How many of its records the part has replaced. */
  readonly replaced: number
}

/**
 * Puts a part of a zone into the zone: behind its lines, and what it has of the same name and kind becomes a
 * comment, so that nothing is lost. Of TXT records those for the same purpose are of one kind, as SPF. Never throws.
 */
export function intoZone(zone: string, part: string, origin: string): JoinedZone {
  const { records } = parseZone(zone, { origin }).zone
  const added = recordsOf(part, origin)
  const kinds = new Set(added.map(kindOf))
  const gone = records.filter(({ record, generated }) => !generated && kinds.has(kindOf(record)))
  const end = zone === '' || zone.endsWith('\n') ? '' : '\n'
  const joined = (text: string) => `${text}${end}\n; added\n$ORIGIN ${origin}.\n${part}`
  const text = joined(commented(zone, gone))
  // A line that others take their name from cannot become a comment.
  const kept = records.filter((one) => !gone.includes(one)).map(({ record }) => record)
  const isSound = namesOf([...kept, ...added]) === namesOf(recordsOf(text, origin))
  return isSound ? { text, replaced: gone.length } : { text: joined(zone), replaced: 0 }
}

const namesOf = (records: readonly DnsRecord[]): string => records.map(kindOf).toSorted().join('\n')

const recordsOf = (text: string, origin: string): DnsRecord[] =>
  parseZone(text, { origin }).zone.records.map(({ record }) => record)

function kindOf(record: DnsRecord): string {
  const { name, type } = record
  if (!('strings' in record)) return `${name} ${type}`
  const text = joinedText(record)
  return `${name} ${type} ${textFamilyOf(name, text) ?? text}`
}

function commented(text: string, gone: readonly ZoneRecord[]): string {
  const lines = text.split('\n')
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length - 1
  for (const { span } of gone)
    for (let line = lineAt(span.from); line <= lineAt(span.to); line++)
      lines[line] = `; ${lines[line]!}`
  return lines.join('\n')
}
