import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import type { DnsStatus, Resolver } from '../../core/dns.ts'
import { slice } from '../../core/span.ts'
import { questionsOf, walkSteps } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { evaluateHelo, evaluateSpf, type SpfInput, type SpfVerdict } from './evaluate.ts'

const ZONE = `
@ 3600 SOA ns.example.com. hostmaster.example.com. 1 7200 900 1209600 300
@ NS ns
ns A 192.0.2.53
@ TXT "v=spf1 mx ip4:198.51.100.0/24 include:_vendor.example.com ~all"
@ TXT "another text"
@ MX 10 mx1
mx1 A 192.0.2.1
mx1 AAAA 2001:db8::1
_vendor TXT "v=spf1 ip4:203.0.113.0/24 -all"
strict TXT "v=spf1 a:mx1.example.com -all exp=why.example.com"
why TXT "%{i} may not send for %{d}; asked by %{r} at %{t}"
moved TXT "v=spf1 redirect=strict.example.com"
lost TXT "v=spf1 redirect=nobody.example.com"
open TXT "v=spf1 mx:mx1.example.com"
twice TXT "v=spf1 -all"
twice TXT "v=spf1 mx -all"
old SPF "v=spf1 -all"
broken TXT "v=spf1 mx ip:192.0.2.1 -all"
loop TXT "v=spf1 include:loop.example.com -all"
void TXT "v=spf1 a:x1.example.com a:x2.example.com a:x3.example.com -all"
mapped TXT "v=spf1 -ip6:::ffff:0:0/96 ip4:192.0.2.1 -all"
`

const { zone } = parseZone(ZONE, { origin: 'example.com' })
const dns = createResolver([zone])

function judge(given: Partial<SpfInput>, resolver: Resolver = dns): SpfVerdict {
  const input = {
    ip: '192.0.2.1',
    helo: 'client.example.net',
    mailFrom: 'ann@example.com',
    ...given,
  }
  return runSync(evaluateSpf(input), (question) => {
    if (question.ask !== 'dns') throw new Error(question.ask)
    return resolver.query(question.name, question.type)
  })
}

test.each([
  ['a mail host', '192.0.2.1', 'ann@example.com', 'pass', 'mx'],
  ['its IPv6 address', '2001:db8::1', 'ann@example.com', 'pass', 'mx'],
  ['IPv4 inside IPv6', '::ffff:198.51.100.9', 'ann@example.com', 'pass', 'ip4:198.51.100.0/24'],
  ['the vendor', '203.0.113.9', 'ann@example.com', 'pass', 'include:_vendor.example.com'],
  ['a stranger', '192.0.2.99', 'ann@example.com', 'softfail', '~all'],
  ['a stranger to the strict', '192.0.2.99', 'ann@strict.example.com', 'fail', '-all'],
  ['through a redirect', '192.0.2.99', 'ann@moved.example.com', 'fail', '-all'],
  [
    'a redirect to a name that does not exist',
    '192.0.2.99',
    'ann@lost.example.com',
    'permerror',
    'redirect=nobody.example.com',
  ],
  ['no all', '192.0.2.99', 'ann@open.example.com', 'neutral', undefined],
  ['no record', '192.0.2.1', 'ann@mx1.example.com', 'none', undefined],
  ['no such name', '192.0.2.1', 'ann@nobody.example.com', 'none', undefined],
  ['two records', '192.0.2.1', 'ann@twice.example.com', 'permerror', undefined],
  ['a record of type 99', '192.0.2.1', 'ann@old.example.com', 'none', undefined],
  ['a broken record', '192.0.2.1', 'ann@broken.example.com', 'permerror', 'ip:192.0.2.1'],
  ['a loop', '192.0.2.1', 'ann@loop.example.com', 'permerror', 'include:loop.example.com'],
  ['three void lookups', '192.0.2.1', 'ann@void.example.com', 'permerror', 'a:x3.example.com'],
  ['ip6 for an IPv4 client', '::ffff:192.0.2.1', 'ann@mapped.example.com', 'pass', 'ip4:192.0.2.1'],
  ['an address literal', '192.0.2.1', 'ann@[192.0.2.1]', 'none', undefined],
  ['a single label', '192.0.2.1', 'ann@localhost', 'none', undefined],
  ['no address', 'nonsense', 'ann@example.com', 'none', undefined],
])('%s: %s for %s is %s by %s', (_, ip, mailFrom, result, term) => {
  const verdict = judge({ ip, mailFrom })
  expect([verdict.result, verdict.decidedBy?.text]).toEqual([result, term])
})

describe('the verdict explains', () => {
  test('the deciding term points into the zone file', () => {
    const { decidedBy } = judge({ ip: '198.51.100.9' })
    expect(decidedBy?.domain).toBe('example.com')
    expect(decidedBy?.place?.file).toBe(zone.file)
    expect(slice(zone.text, decidedBy!.place!.span)).toBe('ip4:198.51.100.0/24')
  })

  test.each([
    [
      'itself',
      { a: 'include:a.test' },
      '`include:a.test` of `a.test` breaks: it leads back to `a.test` itself, round and round until the ten lookups of SPF are spent.',
    ],
    [
      'two',
      { a: 'include:b.test', b: 'mx include:a.test' },
      '`include:b.test` of `a.test` breaks: it leads in a circle, from `a.test` to `b.test` to `a.test`, until the ten lookups of SPF are spent.',
    ],
    [
      'three, behind a record outside of it',
      { a: 'include:b.test', b: 'include:c.test', c: 'include:d.test', d: 'include:b.test' },
      '`include:b.test` of `a.test` breaks: it leads in a circle, from `b.test` to `c.test` to `d.test` to `b.test`, until the ten lookups of SPF are spent.',
    ],
    [
      'a redirect',
      { a: 'redirect=b.test', b: 'redirect=a.test' },
      '`redirect=b.test` of `a.test` breaks: it leads in a circle, from `a.test` to `b.test` to `a.test`, until the ten lookups of SPF are spent.',
    ],
    [
      'an include of a redirect to itself',
      { a: 'include:b.test', b: 'redirect=b.test' },
      '`include:b.test` of `a.test` breaks: it leads back to `b.test` itself, round and round until the ten lookups of SPF are spent.',
    ],
  ])('a circle of %s is one sentence', (_, texts: Readonly<Record<string, string>>, reason) => {
    const { zone: circle } = parseZone(
      Object.entries(texts)
        .map(([name, text]) => `${name} 1 TXT "v=spf1 ${text}"\n${name} 1 MX 0 mx\n`)
        .join('') + 'mx 1 A 192.0.2.9',
      { origin: 'test' },
    )
    const dns = createResolver([circle])
    const verdict = runSync(
      evaluateSpf({ ip: '192.0.2.1', helo: 'x.test', mailFrom: 'ann@a.test' }),
      (question) => (question.ask === 'dns' ? dns.query(question.name, question.type) : undefined),
    )
    expect(verdict).toMatchObject({ result: 'permerror', reason })
  })

  test('behind an include stands the term that matched there', () => {
    const { decidedBy } = judge({ ip: '203.0.113.9' })
    expect(decidedBy?.through).toMatchObject({
      text: 'ip4:203.0.113.0/24',
      domain: '_vendor.example.com',
    })
  })

  test.each([
    [
      '192.0.2.1',
      'ann@example.com',
      '`mx` of `example.com` gives pass: 192.0.2.1 is an address of `mx1.example.com`, a mail host of `example.com`.',
    ],
    [
      '192.0.2.9',
      'ann@example.com',
      '`~all` of `example.com` gives softfail: `all` matches every client.',
    ],
    [
      '203.0.113.9',
      'ann@example.com',
      '`include:_vendor.example.com` of `example.com` gives pass: the record of `_vendor.example.com` gives pass: `ip4:203.0.113.0/24` of `_vendor.example.com` gives pass: 203.0.113.9 lies in 203.0.113.0/24.',
    ],
    [
      '192.0.2.1',
      'ann@twice.example.com',
      '`twice.example.com` publishes 2 SPF records, and SPF reads a name with one only.',
    ],
    [
      '192.0.2.1',
      'ann@broken.example.com',
      'The record of `broken.example.com` cannot be read: SPF knows no mechanism `ip`.',
    ],
    ['192.0.2.1', 'ann@nobody.example.com', '`nobody.example.com` does not exist.'],
  ])('%s for %s', (ip, mailFrom, reason) => expect(judge({ ip, mailFrom }).reason).toBe(reason))

  test('the trace has each term that was tried, with the questions below it and the count so far', () => {
    const { trace } = judge({ ip: '203.0.113.9' })
    const tried = [...walkSteps(trace)].filter(({ kind }) => kind === 'spf/mechanism')
    expect(
      tried.map(({ facts, outcome, steps }) => [
        facts?.['term'],
        facts?.['lookups'],
        outcome,
        steps.length,
      ]),
    ).toEqual([
      ['mx', 1, 'continue', 2],
      ['ip4:198.51.100.0/24', 1, 'continue', 0],
      ['include:_vendor.example.com', 2, 'pass', 1],
      ['ip4:203.0.113.0/24', 2, 'pass', 0],
    ])
    expect(questionsOf(trace).map(({ question }) => `${question.type} ${question.name}`)).toEqual([
      'TXT example.com',
      'MX example.com',
      'A mx1.example.com',
      'TXT _vendor.example.com',
    ])
  })

  test('a fail carries the domain’s own words, with its macros', () =>
    expect(
      judge({
        ip: '192.0.2.9',
        mailFrom: 'ann@moved.example.com',
        receiver: 'mx.example.org',
        now: 1_700_000_000_999,
      }).explanation,
    ).toBe('192.0.2.9 may not send for strict.example.com; asked by mx.example.org at 1700000000'))
})

describe('the null sender', () => {
  test('is postmaster at the HELO name', () =>
    expect(judge({ mailFrom: '', helo: 'strict.example.com' })).toMatchObject({
      ...{ result: 'pass', identity: 'helo', domain: 'strict.example.com' },
    }))

  test('has no domain where HELO gives an address', () =>
    expect(judge({ mailFrom: '', helo: '[192.0.2.1]' }).result).toBe('none'))

  test('HELO itself can be checked beside MAIL FROM', () =>
    expect(
      runSync(evaluateHelo({ ip: '192.0.2.9', helo: 'strict.example.com' }), (question) =>
        question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
      ).result,
    ).toBe('fail'))
})

const STATUSES: readonly DnsStatus[] = ['servfail', 'timeout']

test.each(STATUSES)('%s of a question is a temperror', (status) => {
  const failing = (failed: string): Resolver => ({
    query: (name, type) =>
      `${type} ${name}` === failed ? { status, records: [] } : dns.query(name, type),
  })
  expect(judge({}, failing('TXT example.com')).result).toBe('temperror')
  expect(judge({}, failing('A mx1.example.com')).result).toBe('temperror')
  expect(judge({ ip: '192.0.2.9' }, failing('TXT _vendor.example.com')).result).toBe('temperror')
})

/** RFC 7208 §7.4, asked for as names. */
test.each([
  ['%{s}.x', 'strong-bad@email.example.com.x'],
  ['%{o}', 'email.example.com'],
  ['%{d4}', 'email.example.com'],
  ['%{d2}', 'example.com'],
  ['%{d1}', 'com'],
  ['%{dr}', 'com.example.email'],
  ['%{d2r}', 'example.email'],
  ['%{l-}', 'strong.bad'],
  ['%{lr}', 'strong-bad'],
  ['%{lr-}', 'bad.strong'],
  ['%{l1r-}', 'strong'],
  ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
  ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
  ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
  ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
])('the macro string %s asks for %s', (written, name) =>
  expect(namesAsked(written, '192.0.2.3')).toContain(name),
)

test('an IPv6 client is spelled digit by digit', () =>
  expect(namesAsked('%{ir}.%{v}._spf.%{d2}', '2001:db8::cb01')).toContain(
    '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
  ))

function namesAsked(written: string, ip: string): string[] {
  const resolver = textResolver({ 'email.example.com': `v=spf1 exists:${written} -all` })
  const { trace } = judge({ ip, mailFrom: 'strong-bad@email.example.com' }, resolver)
  return questionsOf(trace).map(({ question }) => question.name)
}

function textResolver(texts: Readonly<Record<string, string>>): Resolver {
  return {
    query: (name, type) => {
      const text = type === 'TXT' ? texts[name] : undefined
      if (text === undefined) return { status: 'nxdomain', records: [] }
      return { status: 'ok', records: [{ name, ttl: 60, type: 'TXT', strings: [text] }] }
    },
  }
}

const RESULTS = ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']

/** 10 terms of at most 11 questions, 11 for reverse names, the first record, the explanation. */
const MOST_QUESTIONS = 10 * 11 + 11 + 2

const name = fc.constantFrom(
  'a.test',
  'b.test',
  'c.test',
  '%{d}',
  '%{p}.test',
  '%{l}.a.test',
  '%{i}.b.test',
  '.test',
)
const term = fc.oneof(
  name.map((domain) => `include:${domain}`),
  name.map((domain) => `redirect=${domain}`),
  name.map((domain) => `exp=${domain}`),
  name.map((domain) => `mx:${domain}/8//8`),
  name.map((domain) => `a:${domain}`),
  name.map((domain) => `exists:${domain}`),
  fc.constantFrom('a', 'mx', 'ptr', '-all', '?all', 'ip4:192.0.2.1', 'ip6:::/0', 'moo', 'x=y', '%'),
)
const published = fc.array(term, { maxLength: 14 }).map((terms) => `v=spf1 ${terms.join(' ')}`)
const world = fc.record({
  texts: fc.record({ 'a.test': published, 'b.test': published, 'c.test': published }),
  hosts: fc.integer({ min: 0, max: 12 }),
  status: fc.constantFrom<DnsStatus>('ok', 'ok', 'ok', 'nodata', 'nxdomain', 'servfail', 'timeout'),
  ip: fc.constantFrom('192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1'),
  mailFrom: fc.oneof(
    fc.constantFrom('x@a.test', '@b.test', '', 'c.test'),
    fc.string({ maxLength: 20 }),
  ),
})

test('any records in any world end in one of the seven results, after a bounded number of questions', () =>
  fc.assert(
    fc.property(world, ({ texts, hosts, status, ip, mailFrom }) => {
      const resolver = randomWorld(texts, hosts, status)
      const { result, trace, lookups, reason } = judge({ ip, mailFrom, helo: 'a.test' }, resolver)
      expect(RESULTS).toContain(result)
      expect(questionsOf(trace).length).toBeLessThanOrEqual(MOST_QUESTIONS)
      expect(lookups).toBeLessThanOrEqual(14)
      expect(reason).toMatch(/\.$/)
    }),
    { seed: 7208, numRuns: 1500 },
  ))

/** Every other type has `hosts` records of the same kind, or none at all. */
function randomWorld(
  texts: Readonly<Record<string, string>>,
  hosts: number,
  status: DnsStatus,
): Resolver {
  const written = textResolver(texts)
  return {
    query: (asked, type) => {
      if (type === 'TXT' || status !== 'ok')
        return type === 'TXT' ? written.query(asked, type) : { status, records: [] }
      const records = Array.from({ length: hosts }, (_, at) => {
        const head = { name: asked, ttl: 60 }
        if (type === 'MX') return { ...head, type, preference: at, exchange: `mx${at}.test` }
        if (type === 'PTR') return { ...head, type, target: `h${at}.a.test` }
        return type === 'A'
          ? { ...head, type, address: `192.0.2.${at + 5}` }
          : { ...head, type: 'AAAA' as const, address: `2001:db8::${at + 5}` }
      })
      return { status: hosts ? 'ok' : 'nodata', records }
    },
  }
}
