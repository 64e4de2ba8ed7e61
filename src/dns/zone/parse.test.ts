import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../core/diagnostic.ts'
import { toSource } from '../../core/mapped-text.ts'
import { slice, span } from '../../core/span.ts'
import { printRecord } from '../print-record.ts'
import { parseZone } from './parse.ts'

const parse = (text: string) => parseZone(text, { origin: 'Example.COM.' })

const records = (text: string): string[] =>
  parse(text).zone.records.map(({ record }) => printRecord(record))

const codes = (text: string): string[] => parse(text).problems.map(({ code }) => code)

test('the example of RFC 1035 §5.3', () => {
  const text = `@   IN  SOA     VENERA      Action\\.domains (
                                 20     ; SERIAL
                                 7200   ; REFRESH
                                 600    ; RETRY
                                 3600000; EXPIRE
                                 60)    ; MINIMUM

        NS      A.ISI.EDU.
        NS      VENERA
        MX      10      VENERA
A       A       26.3.0.103
VENERA  A       10.1.0.52
        A       128.9.0.32`
  const { zone } = parseZone(text, { origin: 'ISI.EDU' })
  expect(zone).toMatchObject({ origin: 'isi.edu', file: 'isi.edu.zone' })
  expect(zone.records.map(({ record }) => printRecord(record))).toEqual([
    'isi.edu. 60 IN SOA venera.isi.edu. action\\.domains.isi.edu. 20 7200 600 3600000 60',
    'isi.edu. 60 IN NS a.isi.edu.',
    'isi.edu. 60 IN NS venera.isi.edu.',
    'isi.edu. 60 IN MX 10 venera.isi.edu.',
    'a.isi.edu. 60 IN A 26.3.0.103',
    'venera.isi.edu. 60 IN A 10.1.0.52',
    'venera.isi.edu. 60 IN A 128.9.0.32',
  ])
})

describe('a record', () => {
  test.each([
    ['TTL, then class', 'a 60 IN A 192.0.2.1', 'a.example.com. 60 IN A 192.0.2.1'],
    ['class, then TTL', 'a IN 60 A 192.0.2.1', 'a.example.com. 60 IN A 192.0.2.1'],
    ['units of time', 'a 1h30M in a 192.0.2.1', 'a.example.com. 5400 IN A 192.0.2.1'],
    ['the origin', '@ 1 A 192.0.2.1', 'example.com. 1 IN A 192.0.2.1'],
    ['an absolute name', 'B.Example.Com. 1 A 192.0.2.1', 'b.example.com. 1 IN A 192.0.2.1'],
    ['a name of digits', '1 1 PTR localhost.', '1.example.com. 1 IN PTR localhost.'],
    ['an owner like a type', 'mx 1 A 192.0.2.1', 'mx.example.com. 1 IN A 192.0.2.1'],
    ['a dot in a label', 'a\\.b 1 A 192.0.2.1', 'a\\.b.example.com. 1 IN A 192.0.2.1'],
    ['the same by number', 'a\\046b 1 A 192.0.2.1', 'a\\.b.example.com. 1 IN A 192.0.2.1'],
    ['an octet of a label', 'a\\000 1 A 192.0.2.1', 'a\\000.example.com. 1 IN A 192.0.2.1'],
    ['escaped case', '\\065 1 A 192.0.2.1', 'a.example.com. 1 IN A 192.0.2.1'],
    ['parentheses', 'a (1\n IN\n) MX ( 10\n\n;c\nm )', 'a.example.com. 1 IN MX 10 m.example.com.'],
    ['no white space', 'a 1 TXT("b")', 'a.example.com. 1 IN TXT "b"'],
    ['strings side by side', 'a 1 TXT "b""c"d', 'a.example.com. 1 IN TXT "b" "c" "d"'],
    ['a quoted semicolon', 'a 1 TXT "b;c(" ; d', 'a.example.com. 1 IN TXT "b;c("'],
    ['an empty string', 'a 1 TXT ""', 'a.example.com. 1 IN TXT ""'],
    ['an address in short', 'a 1 AAAA 2001:DB8:0:0::1', 'a.example.com. 1 IN AAAA 2001:db8::1'],
    ['a type by number', 'a 1 TYPE1 192.0.2.1', 'a.example.com. 1 IN A 192.0.2.1'],
    ['octets', 'a 1 A \\# 4 C0 00 0201', 'a.example.com. 1 IN A 192.0.2.1'],
    ['MX octets', 'a 1 MX \\# 5 000a016200', 'a.example.com. 1 IN MX 10 b.'],
    ['TXT octets', 'a 1 TXT \\# 3 026122', 'a.example.com. 1 IN TXT "a\\""'],
    ['octets kept', 'a 1 CAA \\# 2 ABCD', 'a.example.com. 1 IN CAA \\# 2 abcd'],
    [
      'a nameless type',
      'a 1 type731 \\# 3 abc(\n def )',
      'a.example.com. 1 IN TYPE731 \\# 3 abcdef',
    ],
    ['a type without a file', 'a 1 MINFO x y', 'a.example.com. 1 IN TYPE14 x y'],
    ['a relative SRV target', 'a 1 SRV 0 1 25 m', 'a.example.com. 1 IN SRV 0 1 25 m.example.com.'],
    ['a null MX', 'a 1 MX 0 .', 'a.example.com. 1 IN MX 0 .'],
    ['the SPF type', 'a 1 SPF "v=spf1 -all"', 'a.example.com. 1 IN SPF "v=spf1 -all"'],
    ['a DNAME', 'a 1 DNAME b', 'a.example.com. 1 IN DNAME b.example.com.'],
    [
      'an HTTPS record',
      'a 1 HTTPS 1 . alpn="h2,h3" port=443',
      'a.example.com. 1 IN HTTPS 1 . alpn="h2,h3" port=443',
    ],
    ['a TLSA record', 'a 1 TLSA 3 1 1 AB cd', 'a.example.com. 1 IN TLSA 3 1 1 ABcd'],
    [
      'an NSEC record',
      'a 1 NSEC b A TYPE4000',
      'a.example.com. 1 IN NSEC b.example.com. A TYPE4000',
    ],
    [
      'a signature',
      'a 1 RRSIG MX 8 2 1h 20300101000000 1577836800 7 @ (AQ\nAB)',
      'a.example.com. 1 IN RRSIG MX 8 2 3600 20300101000000 1577836800 7 example.com. AQAB',
    ],
    ['a key', 'a 1 DNSKEY 257 3 13 AQAB', 'a.example.com. 1 IN DNSKEY 257 3 13 AQAB'],
    ['an SVCB record', 'a 1 SVCB 0 b', 'a.example.com. 1 IN SVCB 0 b.example.com.'],
  ])('%s: %j', (_, text, printed) => {
    expect(codes(text)).toEqual([])
    expect(records(text)).toEqual([printed])
  })
})

describe('from line to line', () => {
  test.each([
    [
      'the owner is inherited',
      'a 1 A 192.0.2.1\n\n; c\n 2 MX 1 b',
      'a.example.com. 2 IN MX 1 b.example.com.',
    ],
    ['$TTL counts', '$TTL 1d\na A 192.0.2.1', 'a.example.com. 86400 IN A 192.0.2.1'],
    [
      '$TTL wins over the last TTL',
      '$TTL 9\na 1 A 192.0.2.1\nb A 192.0.2.1',
      'b.example.com. 9 IN A 192.0.2.1',
    ],
    [
      'else the last TTL counts',
      'a 7 A 192.0.2.1\nb A 192.0.2.1',
      'b.example.com. 7 IN A 192.0.2.1',
    ],
    ['$ORIGIN counts', '$TTL 1\n$ORIGIN b\na A 192.0.2.1', 'a.b.example.com. 1 IN A 192.0.2.1'],
    [
      '$origin, absolute',
      '$TTL 1\n$origin B.example.com.\n@ A 192.0.2.1',
      'b.example.com. 1 IN A 192.0.2.1',
    ],
    [
      '$ORIGIN leaves the owner',
      '$TTL 1\na A 192.0.2.1\n$ORIGIN b\n MX 1 c',
      'a.example.com. 1 IN MX 1 c.b.example.com.',
    ],
    ['CR LF', '$TTL 1\r\na A 192.0.2.1\r\n', 'a.example.com. 1 IN A 192.0.2.1'],
  ])('%s: %j', (_, text, last) => expect(records(text).at(-1)).toBe(last))
})

describe('$GENERATE', () => {
  test.each([
    ['1-3 h$ A 192.0.2.$', ['h1', 'h2', 'h3'], '192.0.2.3'],
    ['0-4/2 h${10,3,d} A 192.0.2.${1}', ['h010', 'h012', 'h014'], '192.0.2.5'],
    ['10-11 h${0,4,X} A 192.0.2.1', ['h000a', 'h000b'], '192.0.2.1'],
    ['8-9 h${0,3,o} A 192.0.2.1', ['h010', 'h011'], '192.0.2.1'],
    ['3-3 h${-2} A 192.0.2.1', ['h1'], '192.0.2.1'],
    ['1-1 a\\$b A 192.0.2.1', ['a\\$b'], '192.0.2.1'],
    ['26-26 ${0,4,n} A 192.0.2.1', ['a.1'], '192.0.2.1'],
  ])('%s', (line, names, last) => {
    const { zone, problems } = parse(`$TTL 1\n$GENERATE ${line}`)
    expect(problems).toEqual([])
    expect(zone.records.map(({ record }) => record.name)).toEqual(
      names.map((name) => `${name}.example.com`),
    )
    expect(zone.records.at(-1)).toMatchObject({ record: { address: last }, generated: true })
  })

  test('a problem of the template is reported once', () =>
    expect(codes('$TTL 1\n$GENERATE 0-300 h$ A 192.0.2.$')).toEqual(['zone/bad-address']))
})

describe('one slip costs one record', () => {
  test.each([
    ['an unbalanced quote', 'a TXT "b\nc A 192.0.2.1', 'zone/unbalanced-quote'],
    ['an open parenthesis', 'a TXT ( "b"\n"c"\nc A 192.0.2.1', 'zone/unclosed-parenthesis'],
    ['an unknown type', 'www FOO b\nc A 192.0.2.1', 'zone/unknown-type'],
    ['a broken owner', 'a..b A 192.0.2.1\n MX 1 x\nc A 192.0.2.1', 'zone/empty-label'],
    ['a directive', '$FOO\nc A 192.0.2.1', 'zone/unknown-directive'],
    ['an include', '$INCLUDE f\nc A 192.0.2.1', 'zone/include-refused'],
  ])('%s', (_, text, code) => {
    expect(codes(`$TTL 1\n${text}`)).toEqual([code])
    expect(records(`$TTL 1\n${text}`)).toEqual(['c.example.com. 1 IN A 192.0.2.1'])
  })
})

describe('the text of a TXT record', () => {
  const text = '$TTL 1\nk TXT ( "a\\;b" ; c\n "d\\195\\169é" )'
  const [found] = parse(text).zone.records
  const record = found!.record
  const mapped = record.type === 'TXT' ? record.text! : undefined

  test('is its strings without quotes and escapes, joined without a space', () =>
    expect(mapped?.text).toBe('a;bdéé'))

  test.each([
    ['a', 0, 1, 'a'],
    ['an escape', 1, 2, '\\;'],
    ['what follows it', 2, 3, 'b'],
    ['over the strings', 2, 4, 'b" ; c\n "d'],
    ['a character by the numbers of its octets', 4, 5, '\\195\\169'],
    ['a character', 5, 6, 'é'],
  ])('%s stands where it was written', (_, from, to, written) =>
    expect(slice(text, toSource(mapped!, span(from, to)))).toBe(written),
  )

  test('an empty text stands at its quotes', () => {
    const empty = parse('k 1 TXT ""').zone.records[0]!.record
    expect(empty.type === 'TXT' && toSource(empty.text!, span(0, 0))).toEqual(span(10, 10))
  })
})

test('a record knows where its parts stand', () => {
  const text = '$TTL 1\nwww A 192.0.2.1\n\t2h IN MX 10 (mail\n) ; c'
  const [, mx] = parse(text).zone.records
  const at = (place: { from: number; to: number } | undefined) => place && slice(text, place)
  expect(at(mx!.span)).toBe('2h IN MX 10 (mail\n)')
  expect([at(mx!.owner), at(mx!.ttl), at(mx!.type)]).toEqual(['www', '2h', 'MX'])
  expect(mx!.inherited).toBe(true)
  expect(mx!.fields).toEqual([
    { text: '10', span: span(33, 35) },
    { text: 'mail', span: span(37, 41), name: 'mail.example.com' },
  ])
  expect(mx!.record.place).toEqual({ file: 'example.com.zone', span: mx!.span })
})

test('a missing quote around DMARC is fixed to what was meant', () => {
  const text = '$TTL 1\n_dmarc TXT v=DMARC1; p=reject'
  const [found] = parse(text).problems
  expect(found).toMatchObject({ code: 'zone/unquoted-semicolon', severity: 'warning' })
  expect(records(applyEdits(text, found!.fixes[0]!.edits))).toEqual([
    '_dmarc.example.com. 1 IN TXT "v=DMARC1; p=reject"',
  ])
})

test('a key too long for one string is split, and means the same', () => {
  const key = `v=DKIM1; p=${'A'.repeat(600)}`
  const text = `$TTL 1\nk._domainkey TXT "${key}"`
  const { fixes } = parse(text).problems[0]!
  const [fixed] = parse(applyEdits(text, fixes[0]!.edits)).zone.records
  expect(fixed!.record.type === 'TXT' && fixed!.record.text?.text).toBe(key)
  expect(fixed!.record).toMatchObject({ strings: { length: 3 } })
})

test('a byte order mark is no part of the first name', () => {
  expect(records('\ufeffa 1 A 192.0.2.1')).toEqual(['a.example.com. 1 IN A 192.0.2.1'])
})

test('an SOA without $TTL lends its minimum', () => {
  expect(records('a A 192.0.2.1\n@ SOA n h 1 2 3 4 5\nb A 192.0.2.1')).toEqual([
    'a.example.com. 3600 IN A 192.0.2.1',
    'example.com. 5 IN SOA n.example.com. h.example.com. 1 2 3 4 5',
    'b.example.com. 5 IN A 192.0.2.1',
  ])
})

test('the fix for a long file from Windows is one edit', () => {
  const text = '$TTL 1h\r\n' + 'www A 192.0.2.1\r\n'.repeat(2000)
  const [found] = parseZone(text, { origin: 'example.com' }).problems
  expect(found?.code).toBe('zone/carriage-returns')
  expect(found?.fixes[0]?.edits).toHaveLength(1)
  expect(applyEdits(text, found!.fixes[0]!.edits)).toBe(text.replaceAll('\r', ''))
})

/** Each entry: the name and origin in force, its type and its data. */
const entries = (text: string): string[] =>
  parse(text).zone.entries.map(
    ({ owner, origin, head, words }) =>
      `${owner} in ${origin}: ${head?.type?.raw ?? '–'} ${(head?.data ?? words).map(({ raw }) => raw).join(' ')}`,
  )

describe('every line is in the tree, with the names in force', () => {
  test.each([
    ['', ['example.com in example.com: – ']],
    ['www', ['www.example.com in example.com: – ']],
    [
      'www A 192.0.2.1\n 60 IN',
      ['www.example.com in example.com: A 192.0.2.1', 'www.example.com in example.com: – '],
    ],
    ['www FOO bar', ['www.example.com in example.com: – FOO bar']],
    ['_dmarc TXT "v=DMARC1; p=', ['_dmarc.example.com in example.com: TXT v=DMARC1; p=']],
    [
      '$ORIGIN b.example.\nwww A',
      ['example.com in example.com: – $ORIGIN b.example.', 'www.b.example in b.example: A '],
    ],
    ['a..b MX 10 (x', ['a..b.example.com in example.com: MX 10 x']],
  ])('%j', (text, found) => expect(entries(text)).toEqual(found))
})
