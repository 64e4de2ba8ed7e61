import { defineRule } from '../../../core/rule.ts'
import { removeOnly } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { DmarcSubject } from '../subject.ts'

const OPTIONS = ['0', '1', 'd', 's']

export const failureOptions = defineRule<DmarcSubject>({
  code: 'dmarc/failure-options',
  severity: 'error',
  source: { rfc: 9989, section: '4.7' },
  why: '`fo=` lists when to report single failures: `0` if all fail, `1` if any does, `d` for DKIM, `s` for SPF; with colons between them.',
  bad: [
    'v=DMARC1; p=none; ruf=mailto:d@example.com; fo=«2»',
    'v=DMARC1; p=none; ruf=mailto:d@example.com; fo=«1,d»',
    'v=DMARC1; p=none; ruf=mailto:d@example.com; fo=d:«d»',
  ],
  good: ['v=DMARC1; p=none; ruf=mailto:d@example.com; fo=1:d:s'],
  *check({ record }) {
    const tag = tagNamed(record, 'fo')
    for (const [index, { text, span }] of record.fo.entries()) {
      const isTwice = record.fo.findIndex((one) => one.text === text) < index
      if (OPTIONS.includes(text.toLowerCase()) && !isTwice) continue
      yield {
        span: text === '' && tag ? tag.span : span,
        message: isTwice
          ? `\`${text}\` stands here twice.`
          : `\`${text}\` is no option: there are \`0\`, \`1\`, \`d\` and \`s\`, with colons between them.`,
        fixes: tag ? removeOnly(record, tag) : [],
      }
    }
  },
})
