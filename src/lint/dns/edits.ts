import type { Fix, Related, TextEdit } from '../../core/diagnostic.ts'
import { slice, span } from '../../core/span.ts'
import type { ZoneSubject } from './subject.ts'
import type { ZoneRecord } from '../../dns/zone/zone.ts'

/** Removes a record's lines. Lines below that inherit its owner get it written. */
export function removeRecord(title: string, one: ZoneRecord, subject: ZoneSubject): readonly Fix[] {
  const { zone, entryAt } = subject
  const entry = entryAt(one.span.from)
  if (!entry || one.generated) return []
  const [first, last] = [entry.lines[0]!, entry.lines.at(-1)!]
  const end = zone.text.startsWith('\r\n', last.span.to) ? 2 : 1
  const lines = span(first.span.from, Math.min(last.span.to + end, zone.text.length))
  const kept = [...keepOwner(one, subject), ...(one.ttl ? keepTtl(one, subject) : [])]
  return [{ title, edits: [{ span: lines, text: '' }, ...kept] }]
}

/** Writes the TTL of the record behind this one, where it would otherwise change with this one's. */
export function keepTtl(one: ZoneRecord, { ttlHeirOf }: ZoneSubject): readonly TextEdit[] {
  const heir = ttlHeirOf(one)
  if (!heir) return []
  return [{ span: span(heir.type.from, heir.type.from), text: `${heir.record.ttl} ` }]
}

function keepOwner(one: ZoneRecord, subject: ZoneSubject): readonly TextEdit[] {
  if (one.inherited) return []
  const { zone, entryAt, entryBehind, heirAt } = subject
  const next = entryBehind(one.span.to)
  const line = next?.lines[0]
  if (next?.kind === 'record' && !next.sound && line?.indented)
    return [{ span: span(line.span.from, line.span.from), text: slice(zone.text, one.owner) }]
  const heir = heirAt(one.owner.from)
  const start = heir && entryAt(heir.span.from)?.lines[0]?.span.from
  if (start === undefined) return []
  const same = heir!.origin === one.origin
  const owner = same ? slice(zone.text, one.owner) : `${one.record.name}.`
  return [{ span: span(start, start), text: owner }]
}

/** Replaces one place of a record; nothing where `$GENERATE` made it. */
export const rewrite = (
  title: string,
  one: ZoneRecord,
  at: TextEdit['span'],
  text: string,
): readonly Fix[] => (one.generated ? [] : [{ title, edits: [{ span: at, text }] }])

/** Another record as a related place. */
export const relatedRecord = (
  { zone }: Pick<ZoneSubject, 'zone'>,
  one: ZoneRecord,
  message: string,
): Related => ({ file: zone.file, span: one.span, message })
