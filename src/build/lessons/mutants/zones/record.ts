import { parseZone } from '../../../../dns/zone/parse.ts'
import type { Word } from '../../../../dns/zone/tokens.ts'
import type { ZoneEntry } from '../../../../dns/zone/zone.ts'
import { slice, type Span } from '../../../../core/span.ts'

export type RecordKind = 'spf' | 'dkim' | 'dmarc' | 'mx' | 'other'

/** A record that a solution adds or changes, with where its parts stand in the zone's text. */
export interface SolvedRecord {
  readonly kind: RecordKind
  readonly origin: string
  /** The whole zone. */
  readonly text: string
  readonly span: Span
  /** Absent where the line has none. */
  readonly owner?: Word
  readonly type: Word
  readonly data: readonly Word[]
  /** The absolute name. */
  readonly name: string
}

/** The records of a zone's text that it did not have before. */
export function solvedRecords(origin: string, before: string, text: string): SolvedRecord[] {
  const known = new Set(parseZone(before, { origin }).zone.entries.map((one) => keyOf(one, before)))
  const { entries } = parseZone(text, { origin }).zone
  return entries.flatMap((entry) => {
    const { parts, span, owner: name } = entry
    if (entry.kind !== 'record' || !parts || known.has(keyOf(entry, text))) return []
    const { owner, type, data } = parts
    const kind = kindOf(name, type.raw.toUpperCase(), data)
    return [{ kind, origin, text, span, type, data, name, ...(owner && { owner }) }]
  })
}

const keyOf = ({ span }: ZoneEntry, text: string): string => slice(text, span).replace(/\s+/g, ' ')

function kindOf(name: string, type: string, data: readonly Word[]): RecordKind {
  const value = data.map(({ raw }) => raw).join('')
  if (type === 'MX') return 'mx'
  if (type !== 'TXT') return 'other'
  if (/^v=spf1/i.test(value)) return 'spf'
  if (/^v=dmarc1/i.test(value) || name.startsWith('_dmarc.')) return 'dmarc'
  return /^v=dkim1/i.test(value) || name.includes('._domainkey.') ? 'dkim' : 'other'
}
