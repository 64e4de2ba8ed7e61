import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import { questionsOf } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { findDestinations, type ReportTag } from './external-destination.ts'
import { parseDmarc } from './parse.ts'

const ask = (
  policy: string,
  zone: string,
  tag: ReportTag = 'rua',
  mode: '9989' | '7489' = '9989',
) => {
  const dns = createResolver([parseZone(zone, { origin: '' }).zone])
  const query = { policyDomain: 'blue.example.com', record: parseDmarc(policy), tag, mode }
  return runSync(findDestinations(query), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
}
const summary = (policy: string, zone: string, tag: ReportTag = 'rua', mode?: '9989' | '7489') =>
  ask(policy, zone, tag, mode)
    .destinations.map(({ status, addresses }) => [status, ...addresses].join(' '))
    .join(', ')

const RED = 'v=DMARC1; p=none; rua=mailto:reports@red.example.net'
const OWN = '_dmarc.example.com. TXT "v=DMARC1; p=none"\n'
const AT = 'blue.example.com._report._dmarc.red.example.net.'

test.each([
  ['the other side wants them', RED, `${AT} TXT v=DMARC1`, 'allowed reports@red.example.net'],
  [
    'it wants those of all',
    RED,
    '*._report._dmarc.red.example.net. TXT "v=DMARC1;"',
    'allowed reports@red.example.net',
  ],
  ['it publishes no record', RED, 'red.example.net. MX 10 mx.red.example.net.', 'refused'],
  ['it publishes another record', RED, `${AT} TXT "v=spf1 -all"`, 'refused'],
  [
    'it names another address of its own',
    RED,
    `${AT} TXT "v=DMARC1; rua=mailto:in@red.example.net"`,
    'allowed in@red.example.net',
  ],
  ['it would send them on', RED, `${AT} TXT "v=DMARC1; rua=mailto:in@other.example"`, 'refused'],
  ['the same organization', 'v=DMARC1; rua=mailto:d@example.com', OWN, 'own d@example.com'],
  ['a neighbour in it', 'v=DMARC1; rua=mailto:d@mail.example.com', OWN, 'own d@mail.example.com'],
  ['no address', 'v=DMARC1; rua=https://a.example/,d@a.example', OWN, 'unusable, unusable'],
  ['none at all', 'v=DMARC1; p=none', OWN, ''],
])('%s', (_, policy, zone, expected) => expect(summary(policy, zone)).toBe(expected))

test('failure reports ask in the same way, and take their own tag', () => {
  const policy = 'v=DMARC1; ruf=mailto:f@red.example.net'
  expect(summary(policy, `${AT} TXT "v=DMARC1; rua=mailto:a@x.example"`, 'ruf')).toBe(
    'allowed f@red.example.net',
  )
})

test('the owner of a public suffix gets no failure reports', () =>
  expect(summary('v=DMARC1; psd=y; ruf=mailto:f@example.com', OWN, 'ruf')).toBe('refused'))

test('in the mode of RFC 7489 the suffix list defines organizations', () => {
  const policy = 'v=DMARC1; rua=mailto:d@green.example.com'
  expect(summary(policy, OWN, 'rua', '7489')).toBe('own d@green.example.com')
})

test('a name that would be too long is not asked about', () => {
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(40)}.example`
  const found = ask(`v=DMARC1; rua=mailto:d@${host}`, OWN)
  expect(found.destinations[0]?.status).toBe('refused')
  expect(questionsOf(found.trace).some(({ question }) => question.name.includes('_report'))).toBe(
    false,
  )
})

test('the question stands in the trace', () => {
  const names = questionsOf(ask(RED, `${AT} TXT v=DMARC1`).trace).map(
    ({ question }) => question.name,
  )
  expect(names).toContain('blue.example.com._report._dmarc.red.example.net')
})

test('where no server answers it stays unknown', () => {
  const query = {
    policyDomain: 'a.example',
    record: parseDmarc(RED),
    tag: 'rua',
    mode: '7489',
  } as const
  const found = runSync(findDestinations(query), () => ({ status: 'timeout', records: [] }))
  expect(found.destinations[0]?.status).toBe('unknown')
  expect(found.addresses).toEqual([])
})
