import { defineRule } from '../../../core/rule.ts'
import { parseStsPolicy, type PolicyField } from '../../../auth/mta-sts/policy.ts'
import type { PolicySubject } from '../subject.ts'
import { firstLine } from '../policy-edits.ts'

export const idUnchanged = defineRule<PolicySubject>({
  code: 'mta-sts/id-unchanged',
  severity: 'warning',
  source: { rfc: 8461, section: '3.1' },
  why: 'Senders fetch the policy again when the `id` of the record changes. If it stays, they go by the old policy until that has run out. Change the file first, then the `id` (§8.1).',
  bad: [
    '> id 7\n> before 7 version: STSv1|mode: testing|mx: a.example|max_age: 604800\nversion: STSv1\n«mode: enforce»\nmx: a.example\nmax_age: 604800',
    '> id 7\n> before 7 version: STSv1|mode: testing|mx: a.example|mx: b.example|max_age: 604800\n«version: STSv1»\nmode: testing\nmx: a.example\nmax_age: 604800',
  ],
  good: [
    '> id 8\n> before 7 version: STSv1|mode: testing|mx: a.example|max_age: 604800\nversion: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800',
    '> id 7\n> before 7 version: STSv1|mode: testing|mx: a.example|max_age: 604800\nversion:STSv1\r\nmode: testing\r\nmx: a.example\r\nmax_age: 604800\r\n',
  ],
  *check({ policy, id, before }) {
    if (!before || id !== before.id) return
    const then = parseStsPolicy(before.text).fields.map(written)
    const now = policy.fields.map(written)
    if (then.join('\n') === now.join('\n')) return
    const old = new Set(then)
    const changed = policy.fields.find((field) => !old.has(written(field)))
    yield {
      span: changed?.span ?? firstLine(policy),
      message: `The policy changed, and the record still has \`id=${id}\`: senders that know the old policy will not ask for this one.`,
    }
  },
})

const written = ({ key, value }: PolicyField): string => `${key}:${value}`
