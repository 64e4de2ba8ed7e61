import { defineRule } from '../../../core/rule.ts'
import type { KeySubject } from '../subject.ts'

/** Those of RFC 6376 §3.6.1, and `g` which has a rule of its own. */
const KNOWN = ['v', 'h', 'k', 'n', 'p', 's', 't', 'g']

export const unknownTag = defineRule<KeySubject>({
  code: 'dkim/unknown-tag',
  severity: 'info',
  source: { rfc: 6376, section: '3.6.1' },
  why: 'Verifiers ignore tags that they do not know. That is allowed, but it is often a slip of the pen.',
  bad: ['v=DKIM1; «key»=rsa; p='],
  good: ['v=DKIM1; n=hello; p='],
  *check({ record: { tags } }) {
    for (const { name, nameSpan } of tags)
      if (!KNOWN.includes(name.toLowerCase()))
        yield { span: nameSpan, message: `\`${name}=\` is no tag of a DKIM key, so it is ignored.` }
  },
})
