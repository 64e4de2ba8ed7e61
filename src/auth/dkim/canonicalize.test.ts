import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { canonicalizeBody, canonicalizeField } from './canonicalize.ts'

// The message of RFC 6376 §3.4.5.
const A = 'A: X\r\n'
const B = 'B : Y\t\r\n\tZ  \r\n'
const BODY = ' C \r\nD \t E\r\n\r\n\r\n'

test.each([
  [A, 'relaxed', 'a:X\r\n'],
  [B, 'relaxed', 'b:Y Z\r\n'],
  [A, 'simple', A],
  [B, 'simple', B],
  ['SUBJect: AbC', 'relaxed', 'subject:AbC\r\n'],
] as const)('the field %j is %s as %j', (raw, how, canonical) =>
  expect(canonicalizeField(raw, how)).toBe(canonical),
)

test.each([
  [BODY, 'relaxed', ' C\r\nD E\r\n'],
  [BODY, 'simple', ' C \r\nD \t E\r\n'],
  ['', 'relaxed', ''],
  ['', 'simple', '\r\n'],
  ['\r\n\r\n', 'relaxed', ''],
  ['\r\n\r\n', 'simple', '\r\n'],
  [' \r\n', 'relaxed', ''],
  [' \r\n', 'simple', ' \r\n'],
  ['a\r b\n\tc\r\r\n\t\r\n', 'relaxed', 'a\r b\n c\r\r\n'],
  ['a\r b\n\tc\r\r\n\t\r\n', 'simple', 'a\r b\n\tc\r\r\n\t\r\n'],
  ['no end', 'relaxed', 'no end\r\n'],
  ['no end', 'simple', 'no end\r\n'],
] as const)('the body %j is %s as %j', (body, how, canonical) =>
  expect(fromLatin1(canonicalizeBody(latin1(body), how))).toBe(canonical),
)
