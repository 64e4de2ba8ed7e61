import { expect, test } from 'vitest'
import { nextSerial } from './next-serial.ts'

test.each([
  [2026060101, '2026-11-30', 2026113001],
  [2026113001, '2026-11-30', 2026113002],
  [2026113099, '2026-11-30', 2026113100],
  [2027010101, '2026-11-30', 2027010102],
  [7, '2026-11-30', 8],
  [4294967295, '2026-11-30', 0],
  [2026060101, '4300-01-01', 2026060102],
])('after %i, on %s, comes %i', (serial, day, next) => expect(nextSerial(serial, day)).toBe(next))
