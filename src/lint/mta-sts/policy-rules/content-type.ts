import { defineRule } from '../../../core/rule.ts'
import type { PolicySubject } from '../subject.ts'
import { firstLine } from '../policy-edits.ts'

export const contentType = defineRule<PolicySubject>({
  code: 'mta-sts/content-type',
  severity: 'warning',
  source: { rfc: 8461, section: '3.2' },
  why: 'Senders should take only a file that the web server calls `text/plain`: so a page that anyone may write on that server is not taken for a policy.',
  bad: [
    '> Content-Type: text/html\n«version: STSv1»\nmode: testing\nmx: a.example\nmax_age: 604800',
  ],
  good: [
    '> Content-Type: text/plain; charset=utf-8\nversion: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800',
    'version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800',
  ],
  *check({ policy, contentType: type }) {
    if (type === undefined || /^\s*text\/plain\s*(;|$)/i.test(type)) return
    yield {
      span: firstLine(policy),
      message: `The web server calls this file \`${type.trim()}\`; senders may refuse all but \`text/plain\`.`,
    }
  },
})
