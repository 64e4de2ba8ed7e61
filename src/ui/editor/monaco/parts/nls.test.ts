import { expect, test } from 'vitest'
import { localize, localize2 } from './nls.ts'

test.each([
  ['{0} of {1}', [1, 'two'], '1 of two'],
  ['{0} or {0}', [true], 'true or true'],
  ['{0}', [undefined], 'undefined'],
  ['{1}', ['one'], '{1}'],
  ['{0}', ['{0}'], '{0}'],
])('%s with %o', (text, of, said) => {
  expect(localize(text, ...of)).toBe(said)
  expect(localize2(text, ...of)).toEqual({ value: said, original: said })
})
