import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, writeJson } from './octet-json.ts'

describe('plain data comes back as it was', () => {
  test.each([
    ['a text that looks like a mark', { text: '{"$octets": "A"}' }],
    ['octets', { bytes: Uint8Array.of(0, 10, 65, 255) }],
    ['no octets', { bytes: new Uint8Array() }],
    ['octets in a list in an object', { a: [{ b: Uint8Array.of(1) }, null, true, 1.5] }],
    ['nothing at all', null],
  ])('%s', (_, value) => expect(readJson(writeJson(value))).toEqual(value))

  test('any octets', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readJson(writeJson([bytes]))).toEqual([bytes])
      }),
    ))
})

test('what Node reads from sockets are octets like any other', () =>
  expect(writeJson({ bytes: Buffer.from('A') })).toBe('{"bytes":{"$octets":"A"}}'))

test('it stands on one line', () => expect(writeJson({ a: 'x\ny' })).not.toContain('\n'))

test.each(['', '{', 'undefined', '\0'])('%j is no JSON, and nothing is thrown', (text) =>
  expect(readJson(text)).toBeUndefined(),
)
