import { expect, test } from 'vitest'
import { clip } from './clip.ts'

test.each([
  ['', 3, ''],
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a😀bcd', 3, 'a…'],
  ['a😀bcd', 4, 'a😀…'],
])('%j in %i characters is %j', (text, length, clipped) => expect(clip(text, length)).toBe(clipped))
