import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.ts'

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
])('RFC 4648 §10: %j is written %j', (text, written) => {
  expect(encodeBase64(new TextEncoder().encode(text))).toBe(written)
})

test.each([
  ['Zm9v!', { at: 4, reason: 'character' }],
  ['Zg==Zg==', { at: 4, reason: 'padding' }],
  ['Zm9', { at: 3, reason: 'length' }],
  ['Z===', { at: 3, reason: 'padding' }],
])('%j stops where it goes wrong', (text, problem) => {
  expect(decodeBase64(text)).toEqual({ ok: false, ...problem })
})

test('what is written is read again, folded or not', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const read = decodeBase64(encodeBase64(bytes).replace(/(.{5})/g, '$1\r\n '))
      expect(read).toEqual({ ok: true, bytes: Uint8Array.from(bytes) })
    }),
    { seed: 1 },
  )
})
