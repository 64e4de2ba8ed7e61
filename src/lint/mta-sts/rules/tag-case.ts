import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { StsSubject } from '../subject.ts'

export const tagCase = defineRule<StsSubject>({
  code: 'mta-sts/tag-case',
  severity: 'error',
  source: { rfc: 8461, section: '3.1' },
  why: 'The names of fields are read letter by letter, in lower case: `ID=` is another field than `id=`, one that nobody knows.',
  bad: ['v=STSv1; «ID»=20260512'],
  good: ['v=STSv1; id=20260512'],
  *check({ record: { tags } }) {
    for (const { name, nameSpan } of tags)
      if (name !== 'id' && name.toLowerCase() === 'id')
        yield {
          span: nameSpan,
          message: `\`${name}=\` is not \`id=\`: write it in lower case.`,
          fixes: [fix('Write `id`', nameSpan, 'id')],
        }
  },
})
