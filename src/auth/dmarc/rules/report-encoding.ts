import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { ReportUri } from '../report-uri.ts'
import type { DmarcSubject } from '../rule-subject.ts'

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
      for (const found of uri.text.slice(0, end).matchAll(/!/g)) {
        const where = span(uri.span.from + found.index, uri.span.from + found.index + 1)
        yield {
          span: where,
          message: 'An exclamation mark inside an address is written `%21`.',
          fixes: [fix('Write `%21`', where, '%21')],
        }
      }
    }
  },
})

/** Whether no exclamation mark stands inside, so that another fault is the cause. */
export const isWellFormedUri = ({ text, size }: ReportUri): boolean =>
  !(size ? text.slice(0, text.lastIndexOf('!')) : text).includes('!')
