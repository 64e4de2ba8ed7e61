import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromUtf8, utf8 } from './bytes.ts'
import { gunzip, gzip } from './gzip.ts'

const texts = [
  '',
  'a',
  'a'.repeat(1000),
  'abcabcabc, and again abcabcabc',
  Array.from({ length: 2000 }, (_, at) => `<row>${at % 97}</row>\n`).join(''),
]

test.each(texts)(
  'text %$ is packed so that others unpack it, and unpacked when others pack it',
  (text) => {
    expect(gunzipSync(gzip(utf8(text))).toString()).toBe(text)
    for (const level of [0, 1, 9]) {
      const found = gunzip(gzipSync(text, { level }))
      expect(found.ok && fromUtf8(found.bytes)).toBe(text)
    }
  },
)

const bomb = new Uint8Array(gzipSync(Buffer.alloc(200_000_000)))
/** The same with a lie about its length at the end. */
const lying = Uint8Array.from(bomb, (octet, at) => (at < bomb.length - 4 ? octet : 0))

test.each([
  ['by the length that it states', bomb, 'more than 67,108,864 octets'],
  ['while it grows', lying, '400 times'],
  ['without an end', bomb.slice(0, 100_000), '400 times'],
  ['in its second member', concatBytes([gzip(utf8('a')), lying]), '400 times'],
])('a bomb is given up early: %s', (_, packed, why) => {
  const start = performance.now()
  const found = gunzip(packed)
  expect(found.ok ? '' : found.reason).toContain(why)
  expect(performance.now() - start).toBeLessThan(1000)
})

test('rows that are all alike are no bomb', () => {
  const rows = '<record><source_ip>192.0.2.1</source_ip><count>1</count></record>\n'.repeat(50_000)
  expect(gunzip(new Uint8Array(gzipSync(rows))).ok).toBe(true)
})

test('repetitions make it small', () => expect(gzip(utf8(texts[4]!)).length).toBeLessThan(8000))

test('any octets come back', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(gunzip(gzip(bytes))).toEqual({ ok: true, bytes })
    }),
    { seed: 1952, numRuns: 200 },
  ))

test('any octets are refused in a sentence or unpacked', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const found = gunzip(
        Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, ...bytes]),
        100_000,
      )
      expect(found.ok || found.reason.length > 0).toBe(true)
    }),
    { seed: 1951, numRuns: 500 },
  ))

test.each([
  ['', 'does not begin'],
  ['H4sIAAAAAAAAAw==', 'cut off'],
])('%s: %s', (base64, reason) =>
  expect(gunzip(new Uint8Array(Buffer.from(base64, 'base64')))).toMatchObject({
    ok: false,
    reason: expect.stringContaining(reason) as string,
  }),
)

test('all members of a file are unpacked, and each is checked', () => {
  const members = ['one ', 'two ', 'three'].map((text) => gzipSync(text))
  const found = gunzip(Buffer.concat(members))
  expect(found.ok && fromUtf8(found.bytes)).toBe('one two three')
  members[1]![members[1]!.length - 6]! ^= 1
  expect(gunzip(Buffer.concat(members)).ok).toBe(false)
})

test('a file that is cut off anywhere is refused', () => {
  const packed = gzip(utf8('hello hello hello'))
  for (let length = 0; length < packed.length; length++)
    expect(gunzip(packed.subarray(0, length)).ok).toBe(false)
})

test('a bomb is put out at the limit', () => {
  const bomb = gzipSync(Buffer.alloc(1_000_000))
  expect(gunzip(bomb, 1000)).toMatchObject({
    reason: 'more than 1,000 octets come out of it',
    isTooLarge: true,
  })
})

test('a damaged file is noticed', () => {
  const packed = gzip(utf8('hello hello hello'))
  packed[packed.length - 6]! ^= 1
  expect(gunzip(packed)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('damaged') as string,
  })
})
