import { defineRule } from '../../../core/rule.ts'
import { span, type Span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { DmarcRecord } from '../../../auth/dmarc/parse.ts'
import type { TagList } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportSeparator = defineRule<DmarcSubject>({
  code: 'dmarc/report-separator',
  severity: 'error',
  source: { rfc: 9989, section: '4.6' },
  why: 'Several addresses for reports are separated by commas. A semicolon ends the tag, and a space belongs to nothing.',
  bad: [
    'v=DMARC1; p=none; rua=mailto:d@example.com« »mailto:e@example.com',
    'v=DMARC1; p=none; rua=mailto:d@example.com«; »mailto:e@example.com',
  ],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com, mailto:e@example.com'],
  *check({ record }) {
    for (const where of gaps(record))
      yield {
        span: where,
        message: 'Addresses for reports are separated by commas.',
        fixes: [fix('Put a comma there', where, ',')],
      }
  },
})

function* gaps(record: DmarcRecord): Generator<Span> {
  for (const { text, span: where } of [...record.rua, ...record.ruf])
    for (const found of text.matchAll(/(?<!\s)\s+(?=mailto:|\S+@)/gi))
      yield span(where.from + found.index, where.from + found.index + found[0].length)
  for (const { span: stray } of record.problems)
    if (isStrayUri(record, stray)) yield span(endOfTagBefore(record, stray), stray.from)
}

/** An address behind a semicolon, where a tag should stand. */
export const isStrayUri = ({ text, problems }: TagList, where: Span): boolean =>
  problems.some(({ kind, span: at }) => kind === 'no-equals' && at.from === where.from) &&
  /^(mailto:\S+|\S+@\S+)$/i.test(text.slice(where.from, where.to))

const endOfTagBefore = ({ text }: DmarcRecord, { from }: Span): number =>
  text.slice(0, text.lastIndexOf(';', from)).trimEnd().length
