import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { KeySubject } from '../subject.ts'

const KNOWN = ['v', 'h', 'k', 'n', 'p', 's', 't']

export const tagCase = defineRule<KeySubject>({
  code: 'dkim/tag-case',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'Names of tags are lower case. `P=` is another tag than `p=`, one that nobody knows.',
  bad: ['v=DKIM1; «K»=rsa; p=', '«V»=DKIM1; p='],
  good: ['v=DKIM1; k=rsa; p='],
  *check({ record: { tags } }) {
    for (const { name, nameSpan } of tags) {
      const lower = name.toLowerCase()
      if (name !== lower && KNOWN.includes(lower))
        yield {
          span: nameSpan,
          message: `\`${name}=\` is not \`${lower}=\`: write it in lower case.`,
          fixes: [fix(`Write \`${lower}\``, nameSpan, lower)],
        }
    }
  },
})
