import { describe, expect, test } from 'vitest'
import type { RecordType } from '../core/dns.ts'
import { answerSize } from './answer-size.ts'
import { createResolver } from './resolver.ts'
import { withFaults, type InjectedFault } from './with-faults.ts'
import { parseZone } from './zone/parse.ts'

const long = `"${'x'.repeat(200)}"`
const { zone } = parseZone(
  `$TTL 1h
@ SOA ns hostmaster 1 1d 2h 4w 1h
  NS ns
ns A 192.0.2.53
www A 192.0.2.80
 TXT "short"
alias CNAME www
far CNAME alias
big TXT ${long} ${long} ${long}
sub.deep A 192.0.2.1
`,
  { origin: 'example.com' },
)

const ask = (fault: InjectedFault, name: string, type: RecordType = 'A') =>
  withFaults(createResolver([zone]), [fault]).query(name, type)

describe('one fault', () => {
  test.each([
    ['servfail', 'www.example.com', undefined, 'www.example.com', 'A', 'servfail'],
    ['servfail', 'www.example.com', 'TXT', 'www.example.com', 'A', 'ok'],
    ['servfail', 'www.example.com', 'TXT', 'www.example.com', 'TXT', 'servfail'],
    ['timeout', 'WWW.example.com.', undefined, 'www.Example.com', 'A', 'timeout'],
    ['timeout', 'gone.example.com', undefined, 'gone.example.com', 'A', 'timeout'],
    ['timeout', 'www.example.com', undefined, 'ns.example.com', 'A', 'ok'],
    ['timeout', 'example.com', undefined, 'www.example.com', 'A', 'ok'],
    ['lame', 'deep.example.com', undefined, 'sub.deep.example.com', 'A', 'servfail'],
    ['lame', 'deep.example.com', undefined, 'www.example.com', 'A', 'ok'],
    ['truncated', 'big.example.com', undefined, 'big.example.com', 'TXT', 'timeout'],
    ['truncated', 'www.example.com', undefined, 'www.example.com', 'TXT', 'ok'],
    ['servfail', 'www.example.com', 'A', 'far.example.com', 'A', 'servfail'],
    ['servfail', 'alias.example.com', undefined, 'www.example.com', 'A', 'ok'],
  ] as const)('%s at %s (%s): %s %s is %s', (kind, at, of, name, type, status) => {
    const fault: InjectedFault = of ? { kind, name: at, type: of } : { kind, name: at }
    expect(ask(fault, name, type).status).toBe(status)
  })

  test('shows the aliases that led to it, and no more', () => {
    const shown = (at: string) =>
      ask({ kind: 'servfail', name: at }, 'far.example.com').aliases?.map(({ name }) => name)
    expect(shown('far.example.com')).toBeUndefined()
    expect(shown('alias.example.com')).toEqual(['far.example.com'])
    expect(shown('www.example.com')).toEqual(['far.example.com', 'alias.example.com'])
  })
})

test('answers have the size they have on the wire', () => {
  const size = (name: string, type: RecordType) =>
    answerSize(createResolver([zone]).query(name, type))
  // Header 12, question 17 + 4, a record 12 and its data.
  expect(size('www.example.com', 'A')).toBe(12 + 21 + 12 + 4)
  expect(size('big.example.com', 'TXT')).toBe(12 + 21 + 12 + 603)
})
