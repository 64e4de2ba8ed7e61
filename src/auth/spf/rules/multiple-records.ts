import type { Fix } from '../../../core/diagnostic.ts'
import { joinedText } from '../../../core/dns.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { parseSpf } from '../parse.ts'
import type { TextRecord } from '../published.ts'
import { isSpfText, mechanismsOf, modifierOf } from '../record.ts'
import { otherSpfRecords, type SpfSubject } from '../subject.ts'

export const multipleRecords = defineRule<SpfSubject>({
  code: 'spf/multiple-records',
  severity: 'error',
  source: { rfc: 7208, section: '4.5' },
  why: 'Records do not add up: where a name has more than one, SPF reads none of them and says permerror.',
  bad: ['«v=spf1 mx -all»\n«v=spf1 include:_spf.example.net -all»'],
  good: ['v=spf1 mx include:_spf.example.net -all', 'v=spf1 mx -all\nsite-verification=4711'],
  *check(subject) {
    const others = otherSpfRecords(subject)
    if (!others.length || !isSpfText(subject.text)) return
    yield {
      span: span(0, subject.text.length),
      message: `\`${subject.published.name}\` has ${others.length + 1} SPF records, so SPF reads none of them. Put all terms in one.`,
      related: others.flatMap(pointTo),
      fixes: mergeFix(subject, others),
    }
  },
})

const pointTo = (record: TextRecord) =>
  record.place ? [{ ...record.place, message: 'Another SPF record at the same name' }] : []

/** Takes the other records' mechanisms in, before `all`, and removes the records. */
function mergeFix(subject: SpfSubject, others: readonly TextRecord[]): Fix[] {
  const read = others.map((other) => parseSpf(joinedText(other)))
  const simple = [subject, ...read].every(
    (record) => !record.problems.length && !modifierOf(record, 'redirect'),
  )
  const places = others.flatMap(({ place }) => place ?? [])
  if (!simple || places.length < others.length || !subject.published.place) return []
  const own = new Set(subject.terms.map(({ text }) => text))
  const more = read
    .flatMap(mechanismsOf)
    .filter(({ name, text }) => name !== 'all' && !own.has(text))
  const last = mechanismsOf(subject).find(({ name }) => name === 'all')
  const at = last ? last.span.from : subject.text.length
  const words = [...new Set(more.map(({ text }) => text))]
  const text = words.map((word) => (last ? `${word} ` : ` ${word}`)).join('')
  return [
    {
      title: 'Make one record of them',
      edits: [
        ...(text ? [{ span: span(at, at), text }] : []),
        // An edit that names its file counts there, not in the record's text.
        ...places.map(({ file, span: at }) => ({ file, span: at, text: '' })),
      ],
    },
  ]
}
