import { describe, expect, test } from 'vitest'
import {
  cachingResolver,
  createResolver,
  evaluateBimi,
  evaluateBimiAsync,
  evaluateFcrdns,
  evaluateFcrdnsAsync,
  evaluateMtaSts,
  evaluateMtaStsAsync,
  evaluateTlsRpt,
  evaluateTlsRptAsync,
  findMailHosts,
  lintStsPolicy,
  parseStsPolicy,
  parseTlsReport,
  parseZone,
  questionsOf,
  simulatedClock,
  withFaults,
  type AsyncResolver,
  type Resolver,
} from '../../src/index.ts'

const mail = parseZone(
  `$TTL 1h
@ SOA ns hostmaster 1 1d 2h 4w 10m
@ NS ns
ns A 192.0.2.53
@ MX 10 mail
mail A 192.0.2.25
_mta-sts TXT "v=STSv1; id=20260601"
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"
default._bimi TXT "v=BIMI1; l=https://example.org/logo.svg;"
_dmarc TXT "v=DMARC1; p=reject"
`,
  { origin: 'example.org' },
).zone
const reverse = parseZone('$TTL 1h\n25 PTR mail.example.org.\n26 PTR other.example.org.\n', {
  origin: '2.0.192.in-addr.arpa',
}).zone

const resolver = createResolver([mail, reverse])
const slow: AsyncResolver = { query: (name, type) => Promise.resolve(resolver.query(name, type)) }
const down = withFaults(resolver, [
  ...['_mta-sts', '_smtp._tls', '_dmarc'].map((name) => ({
    kind: 'timeout' as const,
    name: `${name}.example.org`,
  })),
  { kind: 'servfail', name: '25.2.0.192.in-addr.arpa' },
])

const POLICY = 'version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 86400\n'

describe('MTA-STS', () => {
  const hosts = findMailHosts('example.org', resolver).hosts.map(({ name }) => name)
  const query = { domain: 'example.org', policy: POLICY, hosts }

  test('a policy that names the hosts lets mail pass, now and later', async () => {
    const expected = { result: 'pass', delivers: true, id: '20260601' }
    expect(evaluateMtaSts(query, resolver)).toMatchObject(expected)
    expect(await evaluateMtaStsAsync(query, slow)).toMatchObject(expected)
  })

  test('a stranger gets none', () =>
    expect(evaluateMtaSts({ ...query, hosts: ['mx.example.net'] }, resolver)).toMatchObject({
      result: 'fail',
      delivers: false,
    }))

  test('a question that stays open is a temperror', () =>
    expect(evaluateMtaSts(query, down).result).toBe('temperror'))

  test('a policy is read and judged by itself', () => {
    expect(parseStsPolicy(POLICY)).toMatchObject({ valid: true, mode: 'enforce', maxAge: 86400 })
    const found = lintStsPolicy(POLICY.replace('86400', '60'), { domain: 'example.org', hosts })
    expect(found.map(({ code }) => code)).toEqual(['mta-sts/short-max-age'])
  })
})

describe('TLS-RPT', () => {
  test('reports go to the record’s destinations, now and later', async () => {
    const expected = { result: 'found', destinations: ['mailto:tls@example.org'] }
    expect(evaluateTlsRpt('example.org', resolver)).toMatchObject(expected)
    expect(await evaluateTlsRptAsync('example.org', slow)).toMatchObject(expected)
    expect(evaluateTlsRpt('example.net', resolver).result).toBe('none')
    expect(evaluateTlsRpt('example.org', down).result).toBe('temperror')
  })

  test('a report is read', () => {
    const text = JSON.stringify({
      'organization-name': 'Example',
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-domain': 'example.org' },
          summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 0 },
        },
      ],
    })
    const { report, problems } = parseTlsReport(text)
    expect(report?.policies[0]).toMatchObject({ type: 'sts', successes: 5, failures: 0 })
    expect(problems.map(({ path }) => path)).toContain('date-range')
    expect(parseTlsReport('no report').report).toBeUndefined()
  })
})

describe('BIMI', () => {
  test('the logo of a domain that enforces DMARC is found, now and later', async () => {
    const expected = { result: 'pass', location: 'https://example.org/logo.svg' }
    expect(evaluateBimi({ from: 'example.org' }, resolver)).toMatchObject(expected)
    expect(await evaluateBimiAsync({ from: 'example.org' }, slow)).toMatchObject(expected)
  })

  test.each([
    ['a message that fails DMARC', { from: 'example.org', dmarc: 'fail' }, resolver, 'skipped'],
    ['a domain without DMARC', { from: 'example.net' }, resolver, 'skipped'],
    ['an open question', { from: 'example.org' }, down, 'temperror'],
  ] as const)('%s', (_, query, dns, result) => expect(evaluateBimi(query, dns).result).toBe(result))
})

describe('forward-confirmed reverse DNS', () => {
  test.each([
    ['192.0.2.25', resolver, 'pass'],
    ['192.0.2.26', resolver, 'fail'],
    ['192.0.2.27', resolver, 'none'],
    ['no address', resolver, 'none'],
    ['192.0.2.25', down, 'temperror'],
  ] as const)('%s: %s', async (ip, dns, result) => {
    expect(evaluateFcrdns(ip, dns).result).toBe(result)
    expect((await evaluateFcrdnsAsync(ip, dns)).result).toBe(result)
  })
})

test('a cache asks once for as long as a record lives', () => {
  const asked: string[] = []
  const counting: Resolver = {
    query(name, type) {
      asked.push(`${name} ${type}`)
      return resolver.query(name, type)
    },
  }
  const clock = simulatedClock(0)
  const cached = cachingResolver(counting, clock)
  for (const seconds of [0, 3000, 3000]) {
    clock.advance(seconds * 1000)
    const { trace } = evaluateTlsRpt('example.org', cached)
    expect(questionsOf(trace)[0]?.answer.status).toBe('ok')
  }
  expect(asked).toEqual(['_smtp._tls.example.org TXT', '_smtp._tls.example.org TXT'])
})
