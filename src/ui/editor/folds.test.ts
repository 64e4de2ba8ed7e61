import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foldsOf, spanOfFold } from './folds.ts'

const key = 'A'.repeat(391) + '='
const dmarc = readFileSync('lessons/06-dmarc/09-all-three-together/zones/example.org.zone', 'utf8')
const folded = (text: string) => foldsOf(text).map(({ from, to, label }) => [from, to, label])

describe('what a zone begins with', () => {
  const soa = '$TTL 3600\n@ IN SOA ns h 1 2 3 4 5\n'
  test.each([
    [
      `${soa}@ IN NS ns\nns IN A 192.0.2.53\nmail A 192.0.2.1`,
      '4 lines: TTL, SOA, NS and its address',
    ],
    [`${soa}@ IN NS ns\n@ MX 10 mail\nns A 192.0.2.53`, '3 lines: TTL, SOA and NS'],
    [
      `${soa}@ NS a\n@ NS b\na A 192.0.2.1\nb A 192.0.2.2\nb AAAA 2001:db8::2\n\nmail A 192.0.2.3`,
      '7 lines: TTL, SOA, NS and their addresses',
    ],
    [
      '$TTL 1\n@ SOA ns h ( 1 ; serial\n 2 3\n 4 5 )\n@ NS ns\nwww A 192.0.2.1',
      '5 lines: TTL, SOA and NS',
    ],
  ])('%s', (text, label) => expect(foldsOf(text).map((one) => one.label)).toEqual([label]))

  test.each([
    ['too little', '$TTL 1\n@ NS ns\nwww A 192.0.2.1'],
    ['all there is', `${soa}@ IN NS ns`],
    ['a host that is no name server', 'www A 192.0.2.1\nmail A 192.0.2.2\nftp A 192.0.2.3\n'],
    ['nothing', ''],
  ])('%s stays', (_, text) => expect(foldsOf(text)).toEqual([]))
})

describe('keys', () => {
  test('of a zone with a record in three lines', () =>
    expect(folded(dmarc)).toEqual([
      [1, 4, '4 lines: TTL, SOA, NS and its address'],
      [15, 16, '… 2048-bit key, folded'],
    ]))

  test('in one line with their record keep its beginning', () => {
    const [fold] = foldsOf(`s._domainkey TXT "v=DKIM1; p=${key}"`)
    expect(fold).toMatchObject({
      ...{ from: 1, to: 1, name: '2048-bit key', label: '… 2048-bit key, folded' },
      head: `s._domainkey TXT "v=DKIM1; p=${'A'.repeat(10)}`,
    })
  })

  test('that begin beside their tag fold what follows', () =>
    expect(
      folded(`s TXT ( "p=${'A'.repeat(100)}"\n  "${'A'.repeat(100)}" )\nx A 192.0.2.1`),
    ).toEqual([[2, 2, '… a key of 200 characters, folded']]))

  test.each([
    ['a short one', 's TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="'],
    ['none', 's TXT "v=DKIM1; p="\nwww A 192.0.2.1'],
    ['a policy', '_dmarc TXT "v=DMARC1; p=reject"'],
  ])('%s stays', (_, text) => expect(foldsOf(text)).toEqual([]))
})

test('a fold has its lines', () => {
  const [fold] = foldsOf(dmarc)
  const { from, to } = spanOfFold(dmarc, fold!)
  expect(dmarc.slice(from, to).split('\n')).toHaveLength(4)
})
