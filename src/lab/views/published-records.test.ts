import { expect, test } from 'vitest'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { publishedRecords, MAX_HEARD, type PublishedRow } from './published-records.ts'

const head = '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\n'

function published(text: string): PublishedRow[] {
  const { zone } = parseZone(head + text, { origin: 'example.org' })
  return publishedRecords(zone, createResolver([zone])).slice(2)
}

/** What is added stands in brackets. */
const written = (pieces: PublishedRow['name']) =>
  pieces.map(({ text, added }) => (added ? `[${text}]` : text)).join('')

test.each([
  ['mail IN A 192.0.2.25', 'mail[.example.org.] A 192.0.2.25'],
  ['mail.example.org. IN A 192.0.2.25', 'mail.example.org. A 192.0.2.25'],
  ['mail.example.org IN A 192.0.2.25', 'mail.example.org[.example.org.] A 192.0.2.25'],
  ['@ IN MX 10 mail', '[example.org.] MX 10 mail[.example.org.]'],
  ['@ IN MX 10 mail.', '[example.org.] MX 10 mail.'],
  ['@ IN MX 10 192.0.2.25', '[example.org.] MX 10 192.0.2.25[.example.org.]'],
  ['@ IN MX 0 .', '[example.org.] MX 0 .'],
  ['www IN CNAME @', 'www[.example.org.] CNAME [example.org.]'],
  ['_dmarc IN TXT v=DMARC1; p=none', '_dmarc[.example.org.] TXT "v=DMARC1"'],
  ['$ORIGIN lab\nmail IN A 192.0.2.25', 'mail[.lab.example.org.] A 192.0.2.25'],
])('%s is published as %s', (text, expected) => {
  const [row] = published(text)
  expect(`${written(row!.name)} ${row!.type} ${written(row!.value)}`).toBe(expected)
  expect(row!.fate).toBe('answered')
})

test('a line without an owner has the one above', () => {
  const rows = published('shop IN A 192.0.2.80\n     IN TXT "a"')
  expect(written(rows[1]!.name)).toBe('[shop.example.org.]')
  expect(rows.map(({ line }) => line)).toEqual([4, 5])
})

test('strings of a text are joined, and counted', () => {
  const [row] = published('@ IN TXT ( "v=spf1 ip4:192.0.2.25"\n  "-all" )')
  expect(written(row!.value)).toBe('"v=spf1 ip4:192.0.2.25-all"')
  expect(row!.strings).toEqual({ count: 2, octets: 25 })
})

test('of a line that is no record, nothing is published', () => {
  const rows = published('; a comment\nmail IN A 192.0.2\n\nshop IN A 192.0.2.80')
  expect(rows.map(({ line, fate }) => [line, fate])).toEqual([
    [5, 'lost'],
    [7, 'answered'],
  ])
})

test('what stands beside an alias is not answered, though the alias is', () => {
  const rows = published('shop IN CNAME www\nshop IN TXT "a"\nwww IN A 192.0.2.80')
  expect(rows.map(({ fate }) => fate)).toEqual(['answered', 'hidden', 'answered'])
})

test('there are no more rows than anybody reads', () => {
  expect(published('$GENERATE 1-2000 h$ A 192.0.2.1').length).toBe(MAX_HEARD - 2)
})
