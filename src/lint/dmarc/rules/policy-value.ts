import { defineRule } from '../../../core/rule.ts'
import type { Fix } from '../../../core/diagnostic.ts'
import { fix } from '../../tag-edits.ts'
import type { Tag } from '../../../auth/tag-list.ts'
import { isPolicy } from '../../../auth/dmarc/parse.ts'
import type { DmarcSubject } from '../subject.ts'

const TAGS = ['p', 'sp', 'np']

export const policyValue = defineRule<DmarcSubject>({
  code: 'dmarc/policy-value',
  severity: 'error',
  source: { rfc: 9989, section: '4.7' },
  why: 'A policy is `none`, `quarantine` or `reject`. With any other the record counts as `p=none`, or, if it asks for no reports, as no record at all.',
  bad: [
    'v=DMARC1; p=«rejected»',
    'v=DMARC1; p=reject; sp=«quarantene»',
    'v=DMARC1; p=reject; np=«monitor»',
  ],
  good: ['v=DMARC1; p=REJECT', 'v=DMARC1; p=none; sp=reject; np=quarantine'],
  *check({ record: { tags } }) {
    for (const tag of tags)
      if (TAGS.includes(tag.name) && !isPolicy(tag.value.toLowerCase()) && !/[\s,]/.test(tag.value))
        yield {
          span: tag.value === '' ? tag.span : tag.valueSpan,
          message: `\`${tag.name}=${tag.value}\` is no policy: there are \`none\`, \`quarantine\` and \`reject\`.`,
          fixes: meant(tag),
        }
  },
})

/** The policy that starts with the same letter is most likely meant. */
function meant({ value, valueSpan }: Tag): Fix[] {
  const policy = ['none', 'quarantine', 'reject'].find((one) => one[0] === value[0]?.toLowerCase())
  return policy === undefined ? [] : [fix(`Write \`${policy}\``, valueSpan, policy)]
}
