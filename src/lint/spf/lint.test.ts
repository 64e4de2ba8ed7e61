import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { slice } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { spfFamily } from './family.ts'
import { lookupCost } from '../../auth/spf/limits.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import type { TextRecord } from '../../auth/spf/published.ts'
import { mechanismWords, modifierWords } from '../../auth/spf/vocabulary.ts'

const HEAD = `@ 3600 SOA ns.example.com. hostmaster.example.com. 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.53\n`

const zoneOf = (lines: string): Zone => parseZone(HEAD + lines, { origin: 'example.com' }).zone

function lint(zone: Zone): Diagnostic[] {
  const records = zone.records.map(({ record }) => record)
  const texts = records.filter((record): record is TextRecord => 'strings' in record)
  return texts.flatMap((record) => spfFamily.lint(record, records))
}

const found = (zone: Zone): string[] =>
  lint(zone).map(({ code, span }) => `${code} ${slice(zone.text, span)}`)

describe('in a zone file', () => {
  test('a finding stands where the term was written, across strings and escapes', () => {
    const zone = zoneOf('@ TXT "v=spf1 mx \\105p4:192.0" ".2.300 -all"\n')
    expect(found(zone)).toEqual(['spf/bad-ip4 192.0" ".2.300'])
    expect(lint(zone)[0]?.file).toBe(zone.file)
  })

  test.each([
    ['@ TXT "v=spf1 -all mx"', '@ TXT "v=spf1 mx -all"'],
    ['@ TXT "v=spf1 mx" "ip4:192.0.2.1 -all"', '@ TXT "v=spf1 mx" " ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 mx;" "-all"', '@ TXT "v=spf1 mx " "-all"'],
    ['@ TXT "v=spf1 mx - redirect=a.example"', '@ TXT "v=spf1 mx redirect=a.example"'],
    ['@ TXT "v=spf1 mx - -all"', '@ TXT "v=spf1 mx -all"'],
    ['@ TXT "v=spf1 ip:192.0.2.1 -all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 ip4:192.0.2.1-all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 192.0.2.1-all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 ip4:192.0.2.0/24~all"', '@ TXT "v=spf1 ip4:192.0.2.0/24 ~all"'],
    ['@ TXT "v=spf1 ip6:2001:db8::1-all"', '@ TXT "v=spf1 ip6:2001:db8::1 -all"'],
    ['@ TXT "v=spf1 2001:db8::1-all"', '@ TXT "v=spf1 ip6:2001:db8::1 -all"'],
    ['@ TXT "v=spf1 ip4: 192.0.2.1 -all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 ip4 :192.0.2.1 -all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['@ TXT "v=spf1 ~ip6: 2001:db8::1 -all"', '@ TXT "v=spf1 ~ip6:2001:db8::1 -all"'],
    ['@ TXT "v=spf1 a: shop.example.net -all"', '@ TXT "v=spf1 a:shop.example.net -all"'],
    ['@ TXT "v=spf1 mx: shop.example.net/24 -all"', '@ TXT "v=spf1 mx:shop.example.net/24 -all"'],
    [
      '@ TXT "v=spf1 include :_spf.example.net -all"',
      '@ TXT "v=spf1 include:_spf.example.net -all"',
    ],
    ['@ TXT "v=spf1 exists: %{i}.example.net -all"', '@ TXT "v=spf1 exists:%{i}.example.net -all"'],
    ['@ TXT "v=spf1 mx redirect= _spf.example.net"', '@ TXT "v=spf1 mx redirect=_spf.example.net"'],
    ['@ TXT "v=spf1 ip4:192.0.2.0 /24 -all"', '@ TXT "v=spf1 ip4:192.0.2.0/24 -all"'],
    ['@ TXT "v=spf1 a: -all"', '@ TXT "v=spf1 a -all"'],
    ['@ TXT "v=spf1 a,mx,-all"', '@ TXT "v=spf1 a mx -all"'],
    ['@ TXT "v=spf1 a; mx; -all"', '@ TXT "v=spf1 a mx -all"'],
    ['@ TXT "v=spf1 mx-all"', '@ TXT "v=spf1 mx -all"'],
    ['@ TXT "v=spf1 a:shop -all"', '@ TXT "v=spf1 a:shop.example.com -all"'],
    ['_spf TXT "v=spf1 ~mx:shop/24 -all"', '_spf TXT "v=spf1 ~mx:shop.example.com/24 -all"'],
  ])('the first fix of %s gives %s', (before, after) => {
    const zone = zoneOf(`${before}\n`)
    const [fix] = lint(zone)[0]!.fixes
    expect(applyEdits(zone.text, fix!.edits)).toBe(`${HEAD}${after}\n`)
    expect(lint(zoneOf(`${after}\n`))).toEqual([])
  })

  test('of an address behind a lone colon each finding has the same way out', () => {
    const zone = zoneOf('@ TXT "v=spf1 ip4: 192.0.2.1 -all"\n')
    const titles = lint(zone).map(({ fixes }) => fixes.map(({ title }) => title))
    expect(titles).toEqual([['Write `ip4:192.0.2.1`'], ['Write `ip4:192.0.2.1`']])
  })

  test('two records become one, with the terms of both', () => {
    const zone = zoneOf('@ TXT "v=spf1 mx -all"\n@ TXT "v=spf1 mx include:_spf.example.net ~all"\n')
    const [first, second] = lint(zone)
    expect([first?.code, second?.code]).toEqual(['spf/multiple-records', 'spf/multiple-records'])
    expect(first?.related).toHaveLength(1)
    const fixed = applyEdits(zone.text, first!.fixes[0]!.edits)
    expect(fixed).toContain('"v=spf1 mx include:_spf.example.net -all"')
    expect(found(parseZone(fixed, { origin: 'example.com' }).zone)).toEqual([])
  })

  test('a record is not removed where the next line would lose its owner', () => {
    const zone = zoneOf('@ TXT "v=spf1 mx -all"\n  TXT "v=spf1 a -all"\n  MX 10 ns\n')
    expect(lint(zone).map(({ fixes }) => fixes.length)).toEqual([1, 0])
  })

  test('a text that is not meant for SPF is left alone', () =>
    expect(found(zoneOf('@ TXT "site-verification=4711"\n@ TXT "v=DKIM1; p="\n'))).toEqual([]))
})

test('a record that stands in no file is its own source, under its name', () => {
  const record: TextRecord = { name: 'example.com', ttl: 60, type: 'TXT', strings: ['v=spf1 +all'] }
  expect(spfFamily.lint(record, [])).toMatchObject([
    { file: 'example.com', span: { from: 7, to: 11 } },
  ])
})

test.each([
  ...Object.entries(mechanismWords).map(
    ([name, word]) => [name, `${name}:`, word.lookups] as const,
  ),
  ...Object.entries(modifierWords).map(([name, word]) => [name, `${name}=`, word.lookups] as const),
])('%s costs what its word states', (_, start, lookups) => {
  const [term] = parseSpf(`v=spf1 ${start === 'all:' ? 'all' : `${start}example.org`}`).terms
  expect(lookupCost(term!)).toBe(lookups)
})
