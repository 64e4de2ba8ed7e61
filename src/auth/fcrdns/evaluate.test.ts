import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import { questionsOf } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { evaluateFcrdns } from './evaluate.ts'

const names = Array.from({ length: 12 }, (_, at) => `5.2.0.192.in-addr.arpa. PTR n${at}.a.example.`)
const { zone } = parseZone(
  `
1.2.0.192.in-addr.arpa. PTR Mail.a.example.
mail.a.example. A 192.0.2.1
2.2.0.192.in-addr.arpa. PTR www.a.example.
www.a.example. A 192.0.2.99
3.2.0.192.in-addr.arpa. PTR gone.a.example.
4.2.0.192.in-addr.arpa. PTR gone.a.example.
4.2.0.192.in-addr.arpa. PTR mail4.a.example.
mail4.a.example. A 192.0.2.4
${names.join('\n')}
n11.a.example. A 192.0.2.5
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR six.a.example.
six.a.example. AAAA 2001:db8::1
`,
  { origin: '' },
)
const dns = createResolver([zone])

test.each([
  ['192.0.2.1', 'pass', ['mail.a.example'], 2],
  ['192.0.2.2', 'fail', [], 2],
  ['192.0.2.3', 'fail', [], 2],
  ['192.0.2.4', 'pass', ['mail4.a.example'], 3],
  ['192.0.2.5', 'fail', [], 11],
  ['192.0.2.6', 'none', [], 1],
  ['2001:db8::1', 'pass', ['six.a.example'], 2],
  ['not an address', 'none', [], 0],
])('%s: %s %j, in %d questions', (ip, result, confirmed, questions) => {
  const verdict = runSync(evaluateFcrdns(ip), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
  expect([verdict.result, verdict.confirmed]).toEqual([result, confirmed])
  expect(questionsOf(verdict.trace)).toHaveLength(questions)
})

test.each([
  ['PTR', 'temperror'],
  ['A', 'temperror'],
])('no answer for %s: %s', (lost, result) => {
  const verdict = runSync(evaluateFcrdns('192.0.2.2'), (question) =>
    question.ask === 'dns' && question.type !== lost
      ? dns.query(question.name, question.type)
      : { status: 'timeout', records: [] },
  )
  expect(verdict.result).toBe(result)
})
