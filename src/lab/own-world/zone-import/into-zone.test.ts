import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseZone } from '../../../dns/zone/parse.ts'
import { intoZone } from './into-zone.ts'

const origin = 'example.org'
const zone = `$ORIGIN example.org.
$TTL 3600
@ SOA ns hostmaster 1 7200 900 1209600 300
@ NS ns
ns A 192.0.2.1
@ TXT "v=spf1 mx -all" ; ours
@ TXT "another=thing"
s1._domainkey TXT ( "v=DKIM1; "
  "p=" )
_dmarc TXT "v=DMARC1; p=none"`

const typesOf = (text: string) =>
  parseZone(text, { origin }).zone.records.map(({ record: { name, type } }) => `${name} ${type}`)

describe('a part of a zone', () => {
  test('takes the place of records for the same, which become comments', () => {
    const { text, replaced } = intoZone(zone, 'example.org. 60 IN TXT "v=spf1 -all"\n', origin)
    expect(replaced).toBe(1)
    expect(text).toContain('\n; @ TXT "v=spf1 mx -all" ; ours\n')
    expect(text).toContain('\n@ TXT "another=thing"\n')
    expect(
      text.endsWith('\n; added\n$ORIGIN example.org.\nexample.org. 60 IN TXT "v=spf1 -all"\n'),
    ).toBe(true)
    expect(typesOf(text)).toHaveLength(typesOf(zone).length)
  })

  test('of several lines is commented whole', () => {
    const { text } = intoZone(zone, 's1._domainkey TXT "v=DKIM1; p=AAAA"\n', origin)
    expect(text).toContain('; s1._domainkey TXT ( "v=DKIM1; "\n;   "p=" )\n')
    expect(typesOf(text)).toHaveLength(typesOf(zone).length)
  })

  test('that is new is added', () =>
    expect(intoZone(zone, 'www A 192.0.2.9\n', origin)).toMatchObject({ replaced: 0 }))

  test('whose name other lines take over is added beside it', () => {
    const inherited = `${zone}\nwww A 192.0.2.7\n    AAAA 2001:db8::7\n`
    const { text, replaced } = intoZone(inherited, 'www A 192.0.2.9\n', origin)
    expect(replaced).toBe(0)
    expect(typesOf(text)).toContain('www.example.org AAAA')
  })
})

test('whatever both are, it is answered', () => {
  const piece = fc.constantFrom(
    '@ ',
    'A 192.0.2.1',
    'TXT "v=spf1 -all"',
    '(',
    ')',
    '\n',
    ';',
    '"',
    '  ',
  )
  const text = fc.array(piece).map((pieces) => pieces.join(''))
  fc.assert(fc.property(text, text, (one, other) => void intoZone(one, other, origin)))
})
