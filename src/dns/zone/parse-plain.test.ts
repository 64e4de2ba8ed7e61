import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneTextParts } from '../../../tests/fuzz/zone-parts.ts'
import { runsOf } from '../../../tests/fuzz/runs.ts'
import { plainTypes } from '../plain-types.ts'
import { printFields } from '../print-record.ts'
import { recordTypes } from '../records/index.ts'
import { parsePlainZone } from './parse-plain.ts'
import { parseZone } from './parse.ts'

const options = { origin: 'example.com' }
const HEAD = '$TTL 1h\n$ORIGIN example.com.\n'

test.each([
  ['@ SOA ns1 hostmaster 1 2h 1h 14d 1h ; the start'],
  ['@ NS ns1\n@ MX 10 mail\nmail A 192.0.2.1\n\tAAAA 2001:db8::1'],
  ['@ TXT ( "v=spf1 mx"\n  " -all" )\nwww CNAME mail\n1 PTR mail\nold DNAME new'],
  ['@ A 192.0.2.256\n@ MX mail\nmail..x A 192.0.2.1'],
])('%j is plain, its mistakes included', (text) =>
  expect(parsePlainZone(HEAD + text, options)).toEqual(parseZone(HEAD + text, options)),
)

test.each([
  ['a type that is kept', '@ CAA 0 issue "ca.example"'],
  ['a type by its number', '@ TYPE257 \\# 0'],
  ['a type that there is not', '@ TXTT "v=spf1 -all"'],
  ['no type', '@ 3600 IN'],
  ['records by numbers', '$GENERATE 1-3 h$ A 192.0.2.$'],
  ['a directive that there is not', '$ORIGN example.com.'],
  ['an owner out of the zone', 'www.example.org. A 192.0.2.1'],
  ['a quote alone', '@ TXT "v=spf1 -all'],
  ['a parenthesis alone', '@ TXT ( "v=spf1 -all"'],
  ['quotes of a word processor', '@ TXT \u201cv=spf1 -all\u201d'],
  ['a foreign comment', '# mail\n@ MX 10 mail'],
  ['a space that is none', '@\u00a0MX 10 mail'],
  ['line ends of Windows', '@ MX 10 mail\r\n'],
  ['a byte order mark', '\ufeff@ MX 10 mail'],
])('%s needs more', (_, text) => {
  expect(parsePlainZone(HEAD + text, options)).toBeUndefined()
  expect(parsePlainZone(text, options)).toBeUndefined()
})

test('what is plain is read as all zones are', () =>
  fc.assert(
    fc.property(zoneTextParts, (text) => {
      const plain = parsePlainZone(text, options)
      if (plain) expect(plain).toEqual(parseZone(text, options))
    }),
    runsOf(2182, 1000),
  ))

test('types that are not plain are printed as they are kept', () => {
  const fields = ['1', 'x']
  for (const { type, print } of recordTypes.filter((one) => !plainTypes.includes(one))) {
    const data = { type, fields } as Parameters<typeof print>[0]
    expect([type, printFields(data)]).toEqual([type, print(data)])
  }
})
