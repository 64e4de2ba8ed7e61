import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  concatBytes,
  equalBytes,
  fromLatin1,
  fromStrictUtf8,
  fromUtf8,
  hex,
  latin1,
  utf8,
} from './bytes.ts'
import { domainOf, isWithin, labelsOf, normalizeName, parentOf, sameName } from './domain.ts'

test('latin1 keeps every octet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20000 }), (bytes) =>
      equalBytes(latin1(fromLatin1(bytes)), bytes),
    ),
    { seed: 1, numRuns: 30 },
  )
})

test('UTF-8 is read leniently or strictly', () => {
  expect(fromUtf8(utf8('Grüße ✉'))).toBe('Grüße ✉')
  expect(fromUtf8(Uint8Array.of(0xff, 65))).toBe('\ufffdA')
  expect(fromStrictUtf8(Uint8Array.of(0xff))).toBeUndefined()
  expect(fromStrictUtf8(utf8('é'))).toBe('é')
})

test('octets are joined, compared and shown', () => {
  const joined = concatBytes([Uint8Array.of(1, 2), Uint8Array.of(255)])
  expect(hex(joined)).toBe('0102ff')
  expect(equalBytes(joined, Uint8Array.of(1, 2, 255))).toBe(true)
  expect(equalBytes(joined, Uint8Array.of(1, 2))).toBe(false)
})

test('names are compared as the DNS does', () => {
  expect(normalizeName('MX.Example.ORG.')).toBe('mx.example.org')
  expect(sameName('Example.org.', 'example.ORG')).toBe(true)
  expect(isWithin('mx.example.org', 'example.org')).toBe(true)
  expect(isWithin('notexample.org', 'example.org')).toBe(false)
  expect(isWithin('example.org', '')).toBe(true)
  expect(domainOf('"a@b"@Example.ORG')).toBe('example.org')
  expect([parentOf('mx.example.org'), parentOf('org'), labelsOf('')]).toEqual([
    'example.org',
    '',
    [],
  ])
})
