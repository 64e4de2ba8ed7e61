import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import { isMailbox } from '../../../auth/dmarc/report-uri.ts'
import { isWellFormedUri } from './report-encoding.ts'
import type { DmarcSubject } from '../subject.ts'

export const reportAddress = defineRule<DmarcSubject>({
  code: 'dmarc/report-address',
  severity: 'error',
  source: { rfc: 9989, section: '4.6' },
  why: 'Where reports go is written as a URI: `mailto:` and an address. Anything else is ignored.',
  bad: [
    'v=DMARC1; p=none; rua=«d@example.com»',
    'v=DMARC1; p=none; rua=«mailto:d»',
    'v=DMARC1; p=none; ruf=mailto:d@example.com, «f@example.com»',
    'v=DMARC1; p=none; «rua=»',
  ],
  good: ['v=DMARC1; p=none; rua=mailto:d@example.com,mailto:e@example.com'],
  *check({ record }) {
    for (const tag of record.tags) {
      if (tag.name !== 'rua' && tag.name !== 'ruf') continue
      if (tag.value === '') yield { span: tag.span, message: `\`${tag.name}=\` names no address.` }
      for (const uri of tag.value === '' ? [] : record[tag.name]) {
        if (uri.valid || /\s/.test(uri.text) || !isWellFormedUri(uri)) continue
        const isAddress = isMailbox(uri.text)
        const where = uri.text === '' ? tag.span : uri.span
        yield {
          span: where,
          message: isAddress
            ? `\`${uri.text}\` needs \`mailto:\` before it.`
            : `\`${uri.text}\` is no address that reports can be sent to.`,
          fixes: isAddress ? [fix('Put `mailto:` before it', uri.span, `mailto:${uri.text}`)] : [],
        }
      }
    }
  },
})
