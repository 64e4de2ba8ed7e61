import { expect, test } from 'vitest'
import { both, code, either, ended } from './wording.ts'

test.each([
  [code('EHLO'), '`EHLO`'],
  [code('I do not know `X`'), '“I do not know X”'],
  [either(['a']), 'a'],
  [either(['a', 'b', 'c']), 'a, b or c'],
  [both(['a', 'b', 'c']), 'a, b and c'],
  [ended('So'), 'So.'],
  [ended('So?'), 'So?'],
])('%s', (wording, expected) => expect(wording).toBe(expected))
