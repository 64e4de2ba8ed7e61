import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import type { DmarcSubject } from '../subject.ts'

/** Values of the tags that take a letter, and what holds if it is another (RFC 9989 §4.7, §4.8). */
const VALUES: Readonly<Record<string, { values: readonly string[]; otherwise: string }>> = {
  adkim: { values: ['r', 's'], otherwise: 'r' },
  aspf: { values: ['r', 's'], otherwise: 'r' },
  t: { values: ['y', 'n'], otherwise: 'n' },
  psd: { values: ['y', 'n', 'u'], otherwise: 'u' },
}

export const flagValue = defineRule<DmarcSubject>({
  code: 'dmarc/flag-value',
  severity: 'error',
  source: { rfc: 9989, section: '4.8' },
  why: 'These tags take one letter. Any other value is dropped and the default holds instead.',
  bad: [
    'v=DMARC1; p=none; adkim=«strict»',
    'v=DMARC1; p=none; t=«yes»',
    'v=DMARC1; p=none; psd=«1»; aspf=«x»',
  ],
  good: ['v=DMARC1; p=none; adkim=s; aspf=r; t=y; psd=n'],
  *check({ record }) {
    for (const tag of record.tags) {
      const known = VALUES[tag.name]
      if (!known || known.values.includes(tag.value.toLowerCase()) || /\s/.test(tag.value)) continue
      const accepted = known.values.map((flag) => `\`${flag}\``).join(', ')
      yield {
        span: tag.value === '' ? tag.span : tag.valueSpan,
        message: `\`${tag.name}=\` takes one of ${accepted}; with \`${tag.value}\` it counts as \`${known.otherwise}\`.`,
        fixes: fixesFor(record, tag, known.values),
      }
    }
  },
})

function fixesFor(
  record: Parameters<typeof removeTag>[0],
  tag: Parameters<typeof removeTag>[1],
  values: readonly string[],
) {
  const flag = values.find((one) => one === tag.value[0]?.toLowerCase())
  return flag === undefined
    ? [removeTag(record, tag)]
    : [{ title: `Write \`${flag}\``, edits: [{ span: tag.valueSpan, text: flag }] }]
}
