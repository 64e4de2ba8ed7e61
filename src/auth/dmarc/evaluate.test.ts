import { describe, expect, test } from 'vitest'
import { runSync, type Question } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { isWithin } from '../../core/domain.ts'
import { questionsOf } from '../../core/trace.ts'
import { evaluateDmarc, type DmarcQuery } from './evaluate.ts'

type Zone = Readonly<Record<string, string | readonly string[] | 'timeout'>>

/** Texts by domain, at its `_dmarc` name; a name without any under it does not exist. */
const dns =
  (zone: Zone) =>
  (question: Question): DnsAnswer => {
    if (question.ask !== 'dns') throw new Error('DMARC asks the DNS only')
    const { name } = question
    const found = name.startsWith('_dmarc.') ? zone[name.slice('_dmarc.'.length)] : undefined
    if (found === 'timeout') return { status: 'timeout', records: [] }
    const texts = typeof found === 'string' ? [found] : (found ?? [])
    if (texts.length > 0)
      return {
        status: 'ok',
        records: texts.map((text) => ({ name, ttl: 1, type: 'TXT' as const, strings: [text] })),
      }
    const exists = Object.keys(zone).some((domain) => isWithin(`_dmarc.${domain}`, name))
    return { status: exists ? 'nodata' : 'nxdomain', records: [] }
  }

const passing = (domain: string) => ({ result: 'pass', domain })
const failing = (domain: string) => ({ result: 'fail', domain })

const judge = (zone: Zone, query: Partial<DmarcQuery>) =>
  runSync(
    evaluateDmarc({
      from: 'example.com',
      spf: failing('example.net'),
      dkim: [],
      mode: '9989',
      ...query,
    }),
    dns(zone),
  )

const asked = (zone: Zone, query: Partial<DmarcQuery>): string[] =>
  questionsOf(judge(zone, query).trace).map(({ question }) => question.name)

describe('which record and which policy (RFC 9989 §4.10.1, §4.7)', () => {
  const all = 'v=DMARC1; p=reject; sp=quarantine; np=none'
  test.each<[string, Zone, string, string, string, string]>([
    // What, records, From, result, disposition, reason
    ['no record', {}, 'example.com', 'none', 'none', 'No DMARC record'],
    ['its own p', { 'example.com': all }, 'example.com', 'fail', 'reject', '`p=reject`'],
    [
      'a subdomain that exists: sp',
      { 'example.com': all, 'a.example.com': 'x' },
      'a.example.com',
      'fail',
      'quarantine',
      '`sp=quarantine`',
    ],
    [
      'a subdomain that does not: np',
      { 'example.com': all },
      'a.example.com',
      'fail',
      'none',
      '`np=none`',
    ],
    [
      'no np: sp',
      { 'example.com': 'v=DMARC1;p=reject;sp=none' },
      'a.example.com',
      'fail',
      'none',
      '`sp=none`',
    ],
    [
      'neither: p',
      { 'example.com': 'v=DMARC1;p=reject' },
      'a.example.com',
      'fail',
      'reject',
      '`p=reject`',
    ],
    [
      'its own record before the organization’s',
      { 'example.com': all, 'a.example.com': 'v=DMARC1; p=none; sp=reject' },
      'a.example.com',
      'fail',
      'none',
      '`p=none`',
    ],
    [
      't=y lowers reject',
      { 'example.com': 'v=DMARC1;p=reject;t=y' },
      'example.com',
      'fail',
      'quarantine',
      't=y',
    ],
    [
      't=y lowers quarantine',
      { 'example.com': 'v=DMARC1;p=quarantine;t=y' },
      'example.com',
      'fail',
      'none',
      't=y',
    ],
    [
      'pct is nothing',
      { 'example.com': 'v=DMARC1;p=reject;pct=0' },
      'example.com',
      'fail',
      'reject',
      '`p=reject`',
    ],
    [
      'no p, but rua',
      { 'example.com': 'v=DMARC1; rua=mailto:d@example.com' },
      'example.com',
      'fail',
      'none',
      '`p=none`',
    ],
    [
      'no p, no rua',
      { 'example.com': 'v=DMARC1' },
      'example.com',
      'permerror',
      'none',
      'asks for nothing',
    ],
    [
      'a faulty sp without rua',
      { 'example.com': 'v=DMARC1; p=reject; sp=maybe' },
      'example.com',
      'permerror',
      'none',
      'asks for nothing',
    ],
    [
      'a faulty p, a faulty rua',
      { 'example.com': 'v=DMARC1; p=x; rua=d@example.com' },
      'example.com',
      'permerror',
      'none',
      'asks for nothing',
    ],
    ['two records', { 'example.com': [all, all] }, 'example.com', 'none', 'none', 'several'],
    [
      'two, one of them no DMARC',
      { 'example.com': [all, 'v=spf1 -all'] },
      'example.com',
      'fail',
      'reject',
      '`p=reject`',
    ],
    [
      'two below a good one',
      { 'a.example.com': [all, all], 'example.com': all },
      'a.example.com',
      'fail',
      'quarantine',
      '`sp=quarantine`',
    ],
    [
      'the case of v',
      { 'example.com': 'v=dmarc1; p=reject' },
      'example.com',
      'none',
      'none',
      'No DMARC record',
    ],
    [
      'white space before v',
      { 'example.com': ' v=DMARC1; p=reject' },
      'example.com',
      'none',
      'none',
      'No DMARC record',
    ],
    [
      'values in any case',
      { 'example.com': 'v=DMARC1; p=REJECT' },
      'example.com',
      'fail',
      'reject',
      '`p=reject`',
    ],
    ['From in any case', { 'example.com': all }, 'EXAMPLE.com.', 'fail', 'reject', '`p=reject`'],
    [
      'no server answers',
      { 'example.com': 'timeout' },
      'example.com',
      'temperror',
      'none',
      'later',
    ],
    ['no server answers above', { com: 'timeout' }, 'example.com', 'temperror', 'none', 'later'],
    [
      'psd=y speaks for a domain without a record',
      { example: 'v=DMARC1; p=reject; psd=y' },
      'bank.example',
      'fail',
      'reject',
      '`example`',
    ],
    [
      'psd=n stops below the top',
      { 'a.example.com': 'v=DMARC1;p=none;psd=n', 'example.com': all },
      'b.a.example.com',
      'fail',
      'none',
      '`a.example.com`',
    ],
    [
      'the highest record is the organization’s',
      { 'a.example.com': 'v=DMARC1;p=none', 'example.com': all },
      'b.a.example.com',
      'fail',
      'none',
      'np=none',
    ],
  ])('%s', (_, zone, from, result, disposition, reason) => {
    const verdict = judge(zone, { from })
    expect(verdict).toMatchObject({ result, disposition })
    expect(verdict.reason).toContain(reason)
  })
})

describe('alignment', () => {
  const strict = { 'example.com': 'v=DMARC1; p=reject; adkim=s; aspf=s' }
  test.each<[string, Zone, Partial<DmarcQuery>, string]>([
    ['strict: the same', strict, { spf: passing('example.com') }, 'pass'],
    [
      'strict: a subdomain',
      strict,
      { spf: passing('a.example.com'), dkim: [passing('b.example.com')] },
      'fail',
    ],
    ['an SPF fail of the very domain', strict, { spf: failing('example.com') }, 'fail'],
    [
      'one good signature of two',
      strict,
      { dkim: [passing('x.example'), passing('EXAMPLE.COM')] },
      'pass',
    ],
    [
      'psd=n splits',
      { 'example.com': 'v=DMARC1;p=reject', 'a.example.com': 'v=DMARC1;p=reject;psd=n' },
      { spf: passing('a.example.com') },
      'fail',
    ],
    [
      'siblings',
      { 'example.com': 'v=DMARC1;p=reject' },
      { from: 'a.example.com', spf: passing('b.example.com') },
      'pass',
    ],
    [
      'two organizations under a PSD',
      { example: 'v=DMARC1;p=reject;psd=y' },
      { from: 'a.example', spf: passing('b.example') },
      'fail',
    ],
    [
      'a question that stays open',
      { 'example.com': 'v=DMARC1;p=reject', 'x.example.com': 'timeout' },
      { spf: passing('x.example.com') },
      'temperror',
    ],
    [
      'a pass beside an open question',
      { 'example.com': 'v=DMARC1;p=reject', 'x.example': 'timeout' },
      { spf: passing('x.example'), dkim: [passing('example.com')] },
      'pass',
    ],
  ])('%s', (_, zone, query, result) => expect(judge(zone, query).result).toBe(result))

  test('the very domain needs no walk', () =>
    expect(asked({ 'example.com': 'v=DMARC1; p=reject' }, { spf: passing('example.com') })).toEqual(
      ['_dmarc.example.com'],
    ))
})

describe('an open question changes no result that it cannot matter to (RFC 9989 §4.10.2)', () => {
  const own = { 'example.com': 'v=DMARC1;p=reject' }
  test.each<[string, Zone, Partial<DmarcQuery>, string]>([
    [
      'above the author, of another tree',
      { com: 'timeout' },
      { spf: passing('evil.test') },
      'fail',
    ],
    ['above the other', { test: 'timeout' }, { dkim: [passing('evil.test')] }, 'fail'],
    ['at the other', { 'evil.test': 'timeout' }, { dkim: [passing('evil.test')] }, 'fail'],
    [
      'above both, for two of one organization',
      { com: 'timeout' },
      { dkim: [passing('news.example.com')] },
      'pass',
    ],
    [
      'above both, for two that only it could make one',
      { com: 'timeout' },
      { dkim: [passing('other.com')] },
      'temperror',
    ],
    [
      'below a top that has no record',
      { 'other.com': 'timeout' },
      { dkim: [passing('mail.other.com')] },
      'fail',
    ],
    [
      'at what may be an organization of its own',
      { 'shop.example.com': 'timeout' },
      { dkim: [passing('shop.example.com')] },
      'temperror',
    ],
    [
      'behind a record that ends the walk',
      { 'example.com': 'v=DMARC1;p=reject;psd=n', com: 'timeout' },
      { dkim: [passing('news.example.com')] },
      'pass',
    ],
    ['of what did not pass', { test: 'timeout' }, { dkim: [failing('evil.test')] }, 'fail'],
    [
      'beside a pass of the author domain',
      { com: 'timeout' },
      { spf: passing('evil.test'), dkim: [passing('example.com')] },
      'pass',
    ],
    [
      'with strict alignment',
      { 'example.com': 'v=DMARC1;p=reject;adkim=s', com: 'timeout' },
      { dkim: [passing('other.com')] },
      'fail',
    ],
  ])('%s', (_, zone, query, result) => {
    const verdict = judge({ ...own, ...zone }, query)
    expect(verdict.result).toBe(result)
    expect(verdict.disposition).toBe(result === 'fail' ? 'reject' : 'none')
  })
})

describe('as RFC 7489 had it', () => {
  const mode = '7489'
  const zone = { 'example.co.uk': 'v=DMARC1; p=reject; sp=quarantine; np=none; t=y; pct=50' }
  test.each<[string, Zone, Partial<DmarcQuery>, string, string]>([
    ['the list gives the organization', zone, { from: 'a.b.example.co.uk' }, 'fail', 'quarantine'],
    [
      'names between are not asked',
      { 'b.example.co.uk': 'v=DMARC1; p=none', ...zone },
      { from: 'a.b.example.co.uk' },
      'fail',
      'quarantine',
    ],
    ['t is nothing', zone, { from: 'example.co.uk' }, 'fail', 'reject'],
    ['pct spares half', zone, { from: 'example.co.uk', sample: 50 }, 'fail', 'quarantine'],
    [
      'pct spares half of subdomains',
      zone,
      { from: 'a.example.co.uk', sample: 99 },
      'fail',
      'none',
    ],
    [
      'siblings align',
      zone,
      { from: 'a.example.co.uk', spf: passing('b.example.co.uk') },
      'pass',
      'none',
    ],
    [
      'neighbours do not',
      zone,
      { from: 'example.co.uk', spf: passing('other.co.uk') },
      'fail',
      'reject',
    ],
    [
      'psd=n is nothing',
      { 'example.com': 'v=DMARC1;p=reject', 'a.example.com': 'v=DMARC1;p=none;psd=n' },
      { spf: passing('a.example.com') },
      'pass',
      'none',
    ],
    [
      'two records end it',
      {
        'a.example.com': ['v=DMARC1;p=none', 'v=DMARC1;p=none'],
        'example.com': 'v=DMARC1;p=reject',
      },
      { from: 'a.example.com' },
      'none',
      'none',
    ],
    [
      'a list of one’s own',
      { 'a.example.com': 'v=DMARC1;p=reject' },
      { from: 'b.a.example.com', publicSuffixes: new Set(['example.com']) },
      'fail',
      'reject',
    ],
  ])('%s', (_, records, query, result, disposition) =>
    expect(judge(records, { mode, ...query })).toMatchObject({ result, disposition }),
  )
})
