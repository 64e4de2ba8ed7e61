import { describe, expect, test } from 'vitest'
import { evaluateDmarc, type DmarcQuery } from '../../auth/dmarc/evaluate.ts'
import { runSync } from '../../core/effects.ts'
import type { DnsAnswer, Resolver } from '../../core/dns.ts'
import { alignmentRows, authorTrace, walkStarts, type Judged } from './alignment.ts'
import { compareModes } from './dmarc-modes.ts'
import { lookupsOf, walkFrom } from './dmarc-walk.ts'

type Records = Readonly<Record<string, string>>

/** DMARC records by domain; `timeout` does not answer. All other names exist and hold nothing. */
const dns = (records: Records): Resolver => ({
  query(name): DnsAnswer {
    const text = name.startsWith('_dmarc.') ? records[name.slice('_dmarc.'.length)] : undefined
    if (text === undefined)
      return { status: name.startsWith('_dmarc.') ? 'nodata' : 'nxdomain', records: [] }
    if (text === 'timeout') return { status: 'timeout', records: [] }
    return { status: 'ok', records: [{ name, ttl: 1, type: 'TXT', strings: [text] }] }
  },
})

function judge(records: Records, query: Partial<DmarcQuery>): Judged {
  const spf = query.spf ?? { result: 'fail', domain: 'elsewhere.example' }
  const signatures = query.dkim ?? []
  const asked = { from: 'example.org', mode: '9989' as const, ...query, spf, dkim: signatures }
  const resolver = dns(records)
  const dmarc = runSync(evaluateDmarc(asked), (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
  )
  return { spf, dkim: { signatures }, dmarc }
}

const pass = (domain: string) => ({ result: 'pass', domain })

describe('the tree walk', () => {
  const walk = (records: Records, from: string, spf: string) => {
    const judged = judge(records, { from, spf: pass(spf) })
    return walkFrom(from, lookupsOf(authorTrace(judged.dmarc)))
  }
  const draw = ({ rows }: ReturnType<typeof walk>) =>
    rows.map(({ number, name, status }) => `${number} ${name} ${status}`)

  test('goes up to the top, and the highest record names the organization', () => {
    const found = walk({ 'example.org': 'v=DMARC1; p=reject' }, 'a.b.example.org', 'c.example.org')
    expect(draw(found)).toEqual([
      '1 a.b.example.org absent',
      '2 b.example.org absent',
      '3 example.org found',
      '4 org absent',
    ])
    expect(found.organization).toBe('example.org')
    expect(found.end).toContain('highest record')
  })

  test('stops at `psd=n`', () => {
    const records = {
      'b.example.org': 'v=DMARC1; p=none; psd=n',
      'example.org': 'v=DMARC1; p=reject',
    }
    const found = walk(records, 'a.b.example.org', 'c.example.org')
    expect(draw(found).slice(1, 3)).toEqual(['2 b.example.org found', '3 example.org unasked'])
    expect(found.organization).toBe('b.example.org')
    expect(found.end).toContain('`psd=n` at `b.example.org`')
  })

  test('stops at `psd=y`, one label above the organization', () => {
    const records = { 'bank.example': 'v=DMARC1; p=reject; psd=y' }
    const found = walk(records, 'mail.giant.bank.example', 'giant.bank.example')
    expect(found.organization).toBe('giant.bank.example')
    expect(found.end).toContain('below `bank.example`')
  })

  test('needs one question where the author domain has a record and passed by itself', () => {
    const found = walk({ 'example.org': 'v=DMARC1; p=reject' }, 'example.org', 'example.org')
    expect(draw(found)).toEqual(['1 example.org found', '2 org unasked'])
    expect(found.organization).toBeUndefined()
  })

  test('is not sure where no server answers', () => {
    const found = walk({ 'b.example.org': 'timeout' }, 'a.b.example.org', 'c.example.org')
    expect(draw(found)[1]).toBe('2 b.example.org failed')
    expect(found.organization).toBeUndefined()
    expect(found.end).toContain('No server answered')
  })

  test('asks eight times at most: a long name leaves names out', () => {
    const long = 'a.b.c.d.e.f.g.h.example.org'
    expect(walk({}, long, long).rows).toHaveLength(8)
    expect([walk({}, long, long).skipped, walk({}, 'example.org', long).skipped]).toEqual([2, 0])
  })
})

test('each identifier stands beside `From`, with the reason', () => {
  const judged = judge(
    { 'example.org': 'v=DMARC1; p=reject; adkim=s' },
    {
      spf: pass('mail.example.org'),
      dkim: [pass('news.example.org'), { result: 'fail', domain: 'x.example' }],
    },
  )
  expect(
    alignmentRows(judged).map(({ what, domain, mode, aligned }) => [what, domain, mode, aligned]),
  ).toEqual([
    ['SPF', 'mail.example.org', 'relaxed', true],
    ['DKIM', 'news.example.org', 'strict', false],
    ['DKIM', 'x.example', 'strict', false],
  ])
  expect(alignmentRows(judged)[1]?.why).toContain('strict alignment wants `example.org` itself')
  expect(walkStarts(judged)).toEqual(['example.org', 'mail.example.org'])
})

test('without a record nothing is compared', () => {
  const [row] = alignmentRows(judge({}, { spf: pass('example.org') }))
  expect([row?.aligned, row?.mode]).toEqual([false, undefined])
  expect(row?.why).toContain('no record')
})

describe('both editions', () => {
  const compare = (records: Records, query: Partial<DmarcQuery>) =>
    compareModes(judge(records, query), dns(records))!
  const row = (records: Records, query: Partial<DmarcQuery>, name: string) => {
    const found = compare(records, query).rows.find((one) => one.name === name)
    return [found?.now, found?.then]
  }

  test('agree where the record stands at the author domain', () => {
    const found = compare({ 'example.org': 'v=DMARC1; p=reject' }, { spf: pass('example.org') })
    expect(found.differ).toBe(false)
    expect(found.reasons).toEqual([expect.stringContaining('author domain itself')])
  })

  test('differ where only the walk comes by the record', () => {
    const records = { 'b.example.org': 'v=DMARC1; p=reject' }
    const query = { from: 'a.b.example.org' }
    expect(row(records, query, 'Result')).toEqual(['fail', 'none'])
    expect(row(records, query, 'Record found at')).toEqual(['b.example.org', 'nowhere'])
    expect(compare(records, query).reasons[0]).toContain('Only the tree walk')
  })

  test('differ in the organization, so in what is aligned', () => {
    const records = {
      'b.example.org': 'v=DMARC1; p=reject; psd=n',
      'example.org': 'v=DMARC1; p=reject',
    }
    const query = { from: 'a.b.example.org', spf: pass('c.example.org') }
    expect(row(records, query, 'Result')).toEqual(['fail', 'pass'])
    expect(row(records, query, 'Organization')).toEqual(['b.example.org', 'example.org'])
  })

  test('differ in what a name that does not exist gets', () => {
    const records = { 'example.org': 'v=DMARC1; p=none; sp=none; np=reject' }
    const query = { from: 'nowhere.example.org' }
    expect(row(records, query, 'Tag that counts')).toEqual(['np=reject', 'sp=none'])
    expect(compare(records, query).reasons.join()).toContain('`np=`')
  })

  test('differ in `t` and `pct`', () => {
    const records = { 'example.org': 'v=DMARC1; p=reject; t=y; pct=50' }
    expect(row(records, {}, 'To be done')).toEqual(['quarantine', 'reject'])
    expect(compare(records, {}).reasons).toEqual([
      expect.stringContaining('`t=y`'),
      expect.stringContaining('`pct=50`'),
    ])
  })
})
