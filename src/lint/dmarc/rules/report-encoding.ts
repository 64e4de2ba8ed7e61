import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import { parseReportUris, type ReportUri } from '../../../auth/dmarc/report-uri.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportEncoding = defineRule<DmarcSubject>({
  code: 'dmarc/report-encoding',
  severity: 'error',
  source: { rfc: 9989, section: '4.8' },
  why: 'Commas and exclamation marks have a meaning of their own between addresses. Inside one they are written `%2C` and `%21`.',
  bad: ['v=DMARC1; p=none; rua=mailto:d«!»x@example.com'],
  good: [
    'v=DMARC1; p=none; rua=mailto:d%21x@example.com',
    'v=DMARC1; p=none; rua=mailto:d@example.com!10m',
  ],
  *check({ record }) {
    for (const uri of [...record.rua, ...record.ruf]) {
      const end = uri.size ? uri.size.from - uri.span.from : uri.text.length
      const isMeant = isInAddress(uri, end)
      for (const found of uri.text.slice(0, end).matchAll(/!/g)) {
        const where = span(uri.span.from + found.index, uri.span.from + found.index + 1)
        yield {
          span: where,
          message: 'An exclamation mark inside an address is written `%21`.',
          fixes: isMeant ? [fix('Write `%21`', where, '%21')] : [],
        }
      }
    }
  },
})

/** Whether an address is left once they are encoded; behind one, a size limit may be meant. */
function isInAddress({ text }: ReportUri, end: number): boolean {
  const encoded = text.slice(0, end).replaceAll('!', '%21')
  return parseReportUris(encoded, span(0, encoded.length)).every(({ valid }) => valid)
}

/** Whether no exclamation mark stands inside, so that another fault is the cause. */
export const isWellFormedUri = ({ text, size }: ReportUri): boolean =>
  !(size ? text.slice(0, text.lastIndexOf('!')) : text).includes('!')
