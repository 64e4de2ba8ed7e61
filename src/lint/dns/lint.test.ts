import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../core/diagnostic.ts'
import { printRecord } from '../../dns/print-record.ts'
import { zoneFamily } from './family.ts'
import { parseZone } from '../../dns/zone/parse.ts'

const HEAD = `$TTL 1h
@ SOA ns hostmaster 1 1d 2h 4w 1h
  NS ns
ns A 192.0.2.53
`

const zone = (origin: string, text: string) => parseZone(HEAD + text, { origin }).zone

describe('with the zones known beside it', () => {
  const provider = zone('example.net', 'mx A 198.51.100.25\nalias CNAME mx\nbare TXT "x"')

  test.each([
    ['@ MX 10 mx.example.net.', []],
    ['@ MX 10 mx.example.net', ['zone/doubled-origin']],
    ['@ MX 10 alias.example.net.', ['mx/target-is-alias']],
    ['@ MX 10 bare.example.net.', ['mx/target-without-address']],
    ['@ MX 10 gone.example.net.', ['mx/target-without-address']],
    ['@ MX 10 mx.example.org.', []],
    ['@ MX 10 192.0.2.25', ['mx/target-is-address']],
    ['@ MX 10 mail.example.com\nmail A 192.0.2.25', ['zone/doubled-origin']],
    ['www CNAME gone.example.net.', ['zone/dangling-alias']],
    ['www CNAME mx.example.net.', []],
  ])('%j: %j', (text, codes) => {
    const own = zone('example.com', text)
    expect(zoneFamily.lint(own, [own, provider]).map(({ code }) => code)).toEqual(codes)
  })

  test('another text of the same zone does not count', () => {
    const older = zone('example.com', 'mail A 192.0.2.25')
    const own = zone('example.com', '@ MX 10 mail')
    expect(zoneFamily.lint(own, [older]).map(({ code }) => code)).toEqual([
      'mx/target-without-address',
    ])
  })
})

test('a whole zone that is right has no findings', () => {
  const text = `@ MX 10 mail
mail A 192.0.2.25
 AAAA 2001:db8::25
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject"
www CNAME mail`
  const { zone: own, problems } = parseZone(HEAD + text, { origin: 'example.com' })
  expect([...problems, ...zoneFamily.lint(own)]).toEqual([])
})

test('a record that is removed leaves its owner to the lines below it', () => {
  const own = zone('example.com', 'www CNAME ns\n TXT "kept"\n\tMX 10 ns ; kept\n')
  const [found] = zoneFamily.lint(own)
  const fixed = parseZone(applyEdits(own.text, found!.fixes[0]!.edits), { origin: 'example.com' })
  expect(fixed.problems).toEqual([])
  expect(fixed.zone.records.slice(3).map(({ record }) => printRecord(record))).toEqual([
    'www.example.com. 3600 IN TXT "kept"',
    'www.example.com. 3600 IN MX 10 ns.example.com.',
  ])
})

describe('a file without `$TTL`', () => {
  const ttls = (text: string): string[] =>
    parseZone(text, { origin: 'example.com' }).zone.records.map((one) => printRecord(one.record))
  const HEAD_1H = '@ 1h SOA ns hostmaster 1 1d 2h 4w 1h\n NS ns\nns A 192.0.2.53\n'

  test.each([
    [
      'a record that is removed leaves its TTL',
      'a 5m A 192.0.2.1\na 5m A 192.0.2.1\nb A 192.0.2.2\n',
    ],
    ['and its owner with it', 'a 5m A 192.0.2.1\na 300 A 192.0.2.1\n MX 10 ns\n TXT "x"\n'],
    ['a TTL that is changed stays below', '@ 5m TXT "a"\n@ 10m TXT "b"\nb A 192.0.2.2\n'],
    [
      'a TTL that is added stays below',
      '@ 5m TXT "a"\nb 10m A 192.0.2.2\n@ TXT "b"\nc A 192.0.2.3\n',
    ],
  ])('%s', (_, text) => {
    const own = parseZone(HEAD_1H + text, { origin: 'example.com' }).zone
    const found = zoneFamily.lint(own).find(({ code }) => /duplicate-record|mixed-ttls/.test(code))
    const [fix] = found!.fixes
    const fixed = ttls(applyEdits(own.text, fix!.edits))
    const others = ttls(own.text).filter((line) => !/"b"/.test(line))
    expect(fixed.filter((line) => !/"b"/.test(line))).toEqual([...new Set(others)])
  })
})

test.each([
  [
    'a record that is removed',
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\nsub SOA ns hostmaster 1 1d 2h 4w 1h\n A 192.0.2.\n',
    /soa-below/,
    '@ SOA ns hostmaster 1 1d 2h 4w 1h\nsub A 192.0.2.\n',
  ],
  [
    'an SOA record that is added',
    'www WKS x\n MX 10 ns\n',
    /soa-missing/,
    'example.com. SOA ns.example.com. hostmaster.example.com. 1 1d 2h 4w 1h\nwww WKS x\n MX 10 ns\n',
  ],
])('%s leaves its owner to a line that cannot be read', (_, text, code, fixed) => {
  const { zone: own } = parseZone(text, { origin: 'example.com' })
  const found = zoneFamily.lint(own).find((one) => code.test(one.code))
  expect(applyEdits(own.text, found!.fixes[0]!.edits)).toBe(fixed)
})

test('the host that is offered for an address is no alias', () => {
  const text = 'mail CNAME web\nmail A 192.0.2.25\n@ MX 10 192.0.2.25\nweb A 192.0.2.2\n'
  const found = zoneFamily.lint(zone('example.com', text))
  expect(found.find(({ code }) => code === 'mx/target-is-address')?.fixes).toEqual([])
})

test('findings name the file and stand in reading order', () => {
  const { zone: own } = parseZone('b CNAME b\na CNAME a', { origin: 'example.com', file: 'mine' })
  const found = zoneFamily.lint(own)
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['mine']))
  expect(found.map(({ span }) => span.from)).toEqual(
    found.map(({ span }) => span.from).toSorted((x, y) => x - y),
  )
})

test('a zone without a record has a finding for what it lacks', () =>
  expect(
    zoneFamily.lint(parseZone('', { origin: 'example.com' }).zone).map(({ code }) => code),
  ).toEqual(['zone/ns-missing', 'zone/soa-missing']))
