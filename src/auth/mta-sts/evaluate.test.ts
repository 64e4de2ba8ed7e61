import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { questionsOf } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { evaluateMtaSts, type StsQuery, type StsVerdict } from './evaluate.ts'
import { patternFinder } from './match-host.ts'
import { parseStsPolicy } from './policy.ts'

const { zone } = parseZone(
  `
_mta-sts TXT "v=STSv1; id=1;"
_mta-sts TXT "something else"
_mta-sts.two TXT "v=STSv1; id=1"
_mta-sts.two TXT "v=STSv1; id=2"
_mta-sts.odd TXT "v=STSv1; id=1-2"
_mta-sts.spaced TXT "v=STSv1 ; id=1"
_mta-sts.cut TXT "v=ST" "Sv1; id=1"
`,
  { origin: 'example.com' },
)
const dns = createResolver([zone])

const judge = (query: StsQuery, lost?: DnsAnswer): StsVerdict =>
  runSync(evaluateMtaSts(query), (question) =>
    question.ask === 'dns' ? (lost ?? dns.query(question.name, question.type)) : undefined,
  )

const policy = (mode: string, ...mx: string[]): string =>
  ['version: STSv1', `mode: ${mode}`, ...mx.map((host) => `mx: ${host}`), 'max_age: 604800'].join(
    '\r\n',
  )

const a = 'a.example.com'
const b = 'b.example.com'

test.each([
  ['example.com', policy('enforce', a), [a], 'pass', true, 'The policy names every mail host.'],
  ['example.com', policy('enforce', '*.example.com'), [a, b], 'pass', true, 'every mail host'],
  ['example.com', policy('enforce', a), [a, b], 'fail', true, '`b.example.com`; mail can go'],
  ['example.com', policy('enforce', a), [b], 'fail', false, 'names none of the mail hosts'],
  ['example.com', policy('testing', a), [b], 'fail', true, 'only being tested'],
  ['example.com', policy('none'), [b], 'none', true, 'asks for nothing any more'],
  ['example.com', undefined, [b], 'invalid', true, 'No policy could be fetched'],
  ['example.com', 'version: STSv1\nmode: enforce', [b], 'invalid', true, 'cannot be followed'],
  ['www.example.com', policy('enforce', a), [b], 'none', true, 'does not use MTA-STS'],
  ['two.example.com', policy('enforce', a), [b], 'invalid', true, '2 MTA-STS records'],
  ['odd.example.com', policy('enforce', a), [b], 'invalid', true, 'no `id=` that can be read'],
  ['spaced.example.com', policy('enforce', a), [b], 'none', true, 'does not use MTA-STS'],
  ['cut.example.com', policy('enforce', a), [a], 'pass', true, 'every mail host'],
  ['example.com', policy('enforce', a), [], 'pass', false, 'no mail host to deliver to'],
])('%s, %j, hosts %j: %s, delivers %s', (domain, text, hosts, result, delivers, reason) => {
  const verdict = judge({ domain, hosts, ...(text === undefined ? {} : { policy: text }) })
  expect([verdict.result, verdict.delivers]).toEqual([result, delivers])
  expect(verdict.reason).toContain(reason)
  expect(verdict.trace.text).toBe(verdict.reason)
  expect(questionsOf(verdict.trace)).toHaveLength(1)
})

test('without an answer mail goes as ever', () => {
  const lost = { status: 'timeout', records: [] } as const
  const verdict = judge({ domain: 'example.com', policy: policy('enforce', a), hosts: [b] }, lost)
  expect([verdict.result, verdict.delivers]).toEqual(['temperror', true])
})

test('mode, age and id are reported', () => {
  const { mode, maxAge, id } = judge({
    domain: 'example.com',
    policy: policy('testing', a),
    hosts: [a],
  })
  expect([mode, maxAge, id]).toEqual(['testing', 604_800, '1'])
})

test.each([
  ['*.example.com', 'mail.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'foo.bar.example.com', false],
  ['Mail.Example.COM', 'mail.example.com.', true],
  ['mail.example.com', 'mail2.example.com', false],
  ['*', 'localhost', false],
  ['*.', 'localhost', false],
  ['m*.example.com', 'mail.example.com', false],
  ['192.0.2.1', '192.0.2.1', false],
])('pattern %s and host %s: %s', (pattern, host, matches) =>
  expect(patternFinder([pattern])(host)).toBe(matches ? pattern : undefined),
)

test('of several patterns that name a host the first is reported', () => {
  const patternOf = patternFinder(['b.example', '*.a.example', 'mx.a.example', 'B.example.'])
  expect(['mx.a.example', 'b.example', 'a.example', ''].map(patternOf)).toEqual([
    '*.a.example',
    'b.example',
    undefined,
    undefined,
  ])
})

test('of a key that stands twice the first counts, and of mx each', () => {
  const text = `${policy('testing', a, b)}\r\nmode: enforce\r\nx-note: grüße\r\n`
  const { mode, mx, valid } = parseStsPolicy(text)
  expect([mode, mx.map(({ value }) => value), valid]).toEqual(['testing', [a, b], true])
})
