import { expect, test } from 'vitest'
import { evaluateSpf } from '../../../auth/spf/evaluate.ts'
import { runSync } from '../../../core/effects.ts'
import { createResolver } from '../../../dns/resolver.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import { deciderOf } from './decided-by.ts'

const zone = parseZone(
  `$TTL 60
@ SOA ns h 1 2 3 4 5
one TXT "v=spf1 ip4:192.0.2.10 -all"
two TXT "v=spf1 ip4:192.0.2.10 -all"
two TXT "another text"
two TXT "v=spf1 -all"
through TXT "v=spf1 include:one.example.com ~all"
short TXT "v=spf1 ip4:198.51.100.1"
broken TXT "v=spf1 ip:192.0.2.10 -all"
gone TXT "v=spf1 redirect=none.example.com"
`,
  { origin: 'example.com', file: 'example.com.zone' },
).zone
const dns = createResolver([zone])

test.each([
  ['one', '192.0.2.10', 'ip4:192.0.2.10', true],
  ['one', '192.0.2.11', '-all', true],
  ['two', '192.0.2.10', 'lines 4 and 6', false],
  ['through', '192.0.2.10', 'include:one.example.com', true],
  ['short', '192.0.2.10', 'no term matches', false],
  ['broken', '192.0.2.10', 'ip:192.0.2.10', true],
  ['none', '192.0.2.10', 'no record', false],
])('about %s and %s decides %s', (name, ip, text, isTerm) => {
  const mailFrom = `ann@${name}.example.com`
  const verdict = runSync(evaluateSpf({ ip, helo: 'x.example', mailFrom }), (question) => {
    if (question.ask !== 'dns') throw new Error(question.ask)
    return dns.query(question.name, question.type)
  })
  expect(deciderOf(verdict, [zone])).toEqual({ text, isTerm })
})
