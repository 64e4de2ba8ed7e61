import type { RecordType } from '../../../core/dns.ts'
import { defineRule, type Finding } from '../../../core/rule.ts'
import { relatedRecord } from '../edits.ts'
import { parentName } from '../../../dns/names.ts'
import { typesOf, type ZoneSubject } from '../subject.ts'
import type { ZoneRecord } from '../../../dns/zone/zone.ts'

/** Names listed in a message; a large zone would fill the screen. */
const NAMED = 3

export const wildcardShadowed = defineRule<ZoneSubject>({
  code: 'zone/wildcard-shadowed',
  severity: 'info',
  source: { rfc: 4592, section: '2.2.1' },
  why: 'A wildcard speaks only for names that do not exist. A name with any record, or with a name below it, exists, and the wildcard is silent about it, whatever type is asked.',
  bad: [
    '«*» MX 10 mail\nmail MX 10 mail\nmail A 192.0.2.25\nwww A 192.0.2.1',
    '«*» TXT "v=spf1 -all"\nwww A 192.0.2.1',
  ],
  good: [
    '* MX 10 mail.example.net.\n_dmarc TXT "v=DMARC1; p=none"',
    '* A 192.0.2.1\nwww A 192.0.2.2',
  ],
  *check(subject) {
    const wildcards = [...subject.names].filter(([name]) => name.startsWith('*.'))
    if (wildcards.length === 0) return
    const below = hostsBelow(new Set(wildcards.map(([name]) => parentName(name))), subject)
    for (const [name, records] of wildcards)
      for (const type of ['MX', 'TXT'] as const) {
        const first = records.find(({ record }) => record.type === type)
        if (first) yield* shadows(first, type, below.get(parentName(name)) ?? [], subject)
      }
  },
})

type Host = readonly [name: string, records: readonly ZoneRecord[]]

/** The names with addresses below each parent, in the file's order. */
function hostsBelow(
  parents: ReadonlySet<string>,
  { zone, names }: ZoneSubject,
): ReadonlyMap<string, readonly Host[]> {
  const below = new Map<string, Host[]>([...parents].map((parent) => [parent, []]))
  for (const [name, records] of names) {
    if (!isHost(records)) continue
    for (let at = name; at !== zone.origin && at !== '';) {
      at = parentName(at)
      below.get(at)?.push([name, records])
    }
  }
  return below
}

/** Hosts that lack the wildcard's type: mail for them, or from them, has no record. */
function* shadows(
  wildcard: ZoneRecord,
  type: RecordType,
  hosts: readonly Host[],
  subject: ZoneSubject,
): Generator<Finding> {
  const hidden = hosts.filter(([, records]) => !hasType(records, type))
  if (hidden.length === 0) return
  const names = hidden.slice(0, NAMED).map(([name]) => `\`${name}\``)
  const more = hidden.length > NAMED ? ` and ${hidden.length - NAMED} more` : ''
  yield {
    span: wildcard.owner,
    message: `The ${type} record of \`${wildcard.record.name}\` does not reach ${names.join(', ')}${more}: what exists has only its own records.`,
    related: hidden
      .slice(0, NAMED)
      .map(([name, records]) => relatedRecord(subject, records[0]!, `\`${name}\` exists.`)),
  }
}

const isHost = (records: readonly ZoneRecord[]): boolean =>
  hasType(records, 'A') || hasType(records, 'AAAA')

const hasType = (records: readonly ZoneRecord[], type: RecordType): boolean =>
  typesOf(records).has(type)
