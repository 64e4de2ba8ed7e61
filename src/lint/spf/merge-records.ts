import type { Fix } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { span } from '../../core/span.ts'
import { orderInFile, recordsOfFile } from '../record-index.ts'
import { treeOf, type TextRecord } from '../../auth/spf/published.ts'
import { mechanismsOf, modifierOf, type SpfRecord } from '../../auth/spf/record.ts'
import type { SpfSubject } from './subject.ts'

/**
 * Takes the mechanisms of other SPF records at the same name in, before `all`, and removes those
 * records. Offered where that is safe: all can be read, and no line loses the owner it inherits.
 */
export function mergeRecords(subject: SpfSubject, others: readonly TextRecord[]): Fix[] {
  const read = others.map(treeOf)
  const places = others.flatMap(({ place }) => place ?? [])
  const known = subject.published.place !== undefined && places.length === others.length
  if (!known || ![subject, ...read].every(isPlain) || !keepsOwners(subject.all, others)) return []
  const all = mechanismsOf(subject).find(({ name }) => name === 'all')
  const at = all ? all.span.from : subject.text.trimEnd().length
  const text = newWords(subject, read)
    .map((word) => (all ? `${word} ` : ` ${word}`))
    .join('')
  // An edit that names its file counts there, not in the record's text.
  const removals = places.map((place) => ({ ...place, text: '' }))
  return [
    {
      title: 'Make one record of them',
      edits: [...(text ? [{ span: span(at, at), text }] : []), ...removals],
    },
  ]
}

const isPlain = (record: SpfRecord): boolean =>
  !record.problems.length && !modifierOf(record, 'redirect')

function newWords(subject: SpfRecord, read: readonly SpfRecord[]): string[] {
  const own = new Set(subject.terms.map(({ text }) => text))
  const words = read
    .flatMap(mechanismsOf)
    .filter(({ name, text }) => name !== 'all' && !own.has(text))
    .map(({ text }) => text)
  return [...new Set(words)]
}

/** A line without an owner takes the last one written, which may be the one that is removed. */
function keepsOwners(all: readonly DnsRecord[], removed: readonly DnsRecord[]): boolean {
  const gone = new Set<DnsRecord | undefined>(removed)
  return removed.every((record) => {
    const lines = recordsOfFile(record.place?.file ?? '', all)
    let before = orderInFile(record, all)
    let after = before
    while (gone.has(lines[before])) before--
    while (gone.has(lines[after])) after++
    return lines[after]?.name !== record.name || lines[before]?.name === record.name
  })
}
