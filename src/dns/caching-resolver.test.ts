import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simulatedClock } from '../core/clock.ts'
import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../core/dns.ts'
import { cachingResolver, MAX_ABSENCE } from './caching-resolver.ts'
import { printRecord } from './print-record.ts'
import { createResolver } from './resolver.ts'
import { parseZone } from './zone/parse.ts'

const ZONE = `$TTL 1h
@ 2h SOA ns hostmaster 1 1d 2h 4w 10m
  NS ns
ns A 192.0.2.53
www 60 CNAME web
web 300 A 192.0.2.80
zero 0 A 192.0.2.1
old 30 DNAME new
a.new 90 A 192.0.2.9
`

function open(text = ZONE) {
  const from = createResolver([parseZone(text, { origin: 'example.com' }).zone])
  const asked: string[] = []
  const counting: Resolver = {
    query(name, type) {
      if (type !== 'SOA') asked.push(`${name} ${type}`)
      return from.query(name, type)
    },
  }
  const clock = simulatedClock(0)
  const cache = cachingResolver(counting, clock)
  /** Waits, asks, and returns what was asked upstream and what came back. */
  const after = (seconds: number, name: string, type: RecordType = 'A') => {
    clock.advance(seconds * 1000)
    asked.length = 0
    const { status, aliases = [], records } = cache.query(name, type)
    const ttls = (list: readonly DnsRecord[]) => list.map(({ type: t, ttl }) => `${t} ${ttl}`)
    return { status, answered: [...ttls(aliases), ...ttls(records)], asked: [...asked] }
  }
  return { cache, after }
}

describe('what exists', () => {
  test('is answered from the cache, with less and less time to live, until none is left', () => {
    const { after } = open()
    expect(after(0, 'web.example.com')).toMatchObject({
      answered: ['A 300'],
      asked: ['web.example.com A'],
    })
    expect(after(100, 'WEB.example.com.')).toMatchObject({ answered: ['A 200'], asked: [] })
    expect(after(199, 'web.example.com')).toMatchObject({ answered: ['A 1'], asked: [] })
    expect(after(1, 'web.example.com')).toMatchObject({
      answered: ['A 300'],
      asked: ['web.example.com A'],
    })
  })

  test('an alias runs out by itself, and what is behind it stays', () => {
    const { after } = open()
    after(0, 'www.example.com')
    expect(after(50, 'www.example.com')).toEqual({
      status: 'ok',
      answered: ['CNAME 10', 'A 250'],
      asked: [],
    })
    expect(after(10, 'www.example.com').asked).toEqual(['www.example.com A'])
    expect(after(60, 'web.example.com').asked).toEqual([])
  })

  test('an alias serves every type but is no answer to what it points to', () => {
    const { after } = open()
    after(0, 'www.example.com')
    expect(after(0, 'www.example.com', 'AAAA')).toEqual({
      status: 'nodata',
      answered: ['CNAME 60'],
      asked: ['web.example.com AAAA'],
    })
    expect(after(0, 'www.example.com', 'CNAME').asked).toEqual(['www.example.com CNAME'])
  })

  test('a DNAME is kept with the CNAME it made', () => {
    const { after } = open()
    after(0, 'a.old.example.com')
    expect(after(10, 'a.old.example.com')).toMatchObject({
      answered: ['DNAME 20', 'CNAME 20', 'A 80'],
      asked: [],
    })
  })

  test('with a TTL of 0 it is asked for each time', () => {
    const { after } = open()
    after(0, 'zero.example.com')
    expect(after(0, 'zero.example.com').asked).toEqual(['zero.example.com A'])
  })
})

describe('what does not exist', () => {
  test.each([
    ['no name: every type', 'gone.example.com', 'MX', [], 'nxdomain'],
    ['no such type: that type only', 'web.example.com', 'MX', ['web.example.com MX'], 'nodata'],
  ] as const)('%s', (_, name, other, asked, status) => {
    const { after } = open()
    expect(after(0, name, 'TXT').status).toBe(status)
    expect(after(599, name, 'TXT')).toMatchObject({ status, asked: [] })
    expect(after(0, name, other)).toMatchObject({ status, asked })
    expect(after(1, name, 'TXT').asked).toEqual([`${name} TXT`])
  })

  test.each([
    ['the minimum, if it is lower', '2h', '10m', 600],
    ['the TTL of the SOA, if that is lower', '5m', '10m', 300],
    ['three hours at most', '1d', '1d', MAX_ABSENCE],
    ['not at all without time', '1d', '0', undefined],
  ])('is remembered for %s', (_, ttl, minimum, seconds) => {
    const { cache } = open(`@ ${ttl} SOA ns hostmaster 1 1d 2h 4w ${minimum}\n@ NS ns.example.net.`)
    cache.query('gone.example.com', 'A')
    expect(cache.secondsLeft('gone.example.com', 'A')).toBe(seconds)
  })

  test('is not remembered of a zone without an SOA', () => {
    const { cache } = open('$TTL 1h\n@ TXT "no zone"')
    cache.query('gone.example.com', 'A')
    expect(cache.secondsLeft('gone.example.com', 'A')).toBeUndefined()
  })
})

test('failures are not remembered', () => {
  let works = false
  const shaky: Resolver = {
    query: () => (works ? { status: 'nodata', records: [] } : { status: 'timeout', records: [] }),
  }
  const cache = cachingResolver(shaky, simulatedClock(0))
  expect(cache.query('example.com', 'A').status).toBe('timeout')
  works = true
  expect(cache.query('example.com', 'A').status).toBe('nodata')
})

test('aliases that lead round end', () => {
  const { after } = open('$TTL 1h\na CNAME b\nb CNAME a')
  expect(after(0, 'a.example.com').status).toBe('servfail')
  expect(after(0, 'a.example.com').status).toBe('servfail')
})

test('everything can be forgotten', () => {
  const { cache, after } = open()
  after(0, 'web.example.com')
  cache.clear()
  expect(after(0, 'web.example.com').asked).toEqual(['web.example.com A'])
})

test('at once after the first, an answer is the same', () => {
  const { cache } = open()
  const first = cache.query('www.example.com', 'A')
  const second = cache.query('www.example.com', 'A')
  expect(second.records.map(printRecord)).toEqual(first.records.map(printRecord))
  expect(second.aliases?.map(printRecord)).toEqual(first.aliases?.map(printRecord))
})

describe('two resolvers with different caches', () => {
  const from = createResolver([
    parseZone(`${ZONE}* 45 TXT "any"\nsub NS ns.sub\nns.sub A 192.0.2.54\nloop CNAME loop\n`, {
      origin: 'example.com',
    }).zone,
  ])
  const names = ['', 'www.', 'web.', 'zero.', 'a.old.', 'b.old.', 'gone.', 'x.sub.', 'loop.', 'ns.']
  const question = fc.record({
    wait: fc.integer({ min: 0, max: 700 }),
    name: fc.constantFrom(...names).map((name) => `${name}example.com`),
    type: fc.constantFrom<RecordType>('A', 'AAAA', 'TXT', 'MX', 'CNAME', 'SOA'),
    /** Which of them is asked. */
    who: fc.constantFrom('both', 'first', 'second'),
  })

  /** The answer without what counts down. */
  const timeless = ({ status, aliases = [], records }: DnsAnswer) => ({
    ...{ status, records: records.map(without), aliases: aliases.map(without) },
  })
  const without = ({ ttl: _, ...record }: DnsRecord) => record
  const ttls = ({ aliases = [], records }: DnsAnswer) =>
    [...aliases, ...records].map(({ ttl }) => ttl)

  test('differ by TTL alone, which is never more than the zone’s, nor over', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 40 }), (questions) => {
        const clock = simulatedClock(0)
        const [first, second] = [cachingResolver(from, clock), cachingResolver(from, clock)]
        for (const { wait, name, type, who } of questions) {
          clock.advance(wait * 1000)
          const fresh = from.query(name, type)
          const asked = [
            ...(who === 'second' ? [] : [first.query(name, type)]),
            ...(who === 'first' ? [] : [second.query(name, type)]),
          ]
          for (const answer of asked) {
            expect(timeless(answer)).toEqual(timeless(fresh))
            const most = ttls(fresh)
            for (const [at, ttl] of ttls(answer).entries()) {
              expect(ttl).toBeLessThanOrEqual(most[at]!)
              if (most[at]! > 0) expect(ttl).toBeGreaterThan(0)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
