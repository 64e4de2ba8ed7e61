import { expect, test } from 'vitest'
import { lineOf } from './zone-line.ts'

const text = 'one\ntwo three\nfour'

test.each([
  [4, 7, { number: 2, before: '', marked: 'two', after: ' three' }],
  [8, 13, { number: 2, before: 'two ', marked: 'three', after: '' }],
  [8, 18, { number: 2, before: 'two ', marked: 'three', after: '' }],
  [14, 18, { number: 3, before: '', marked: 'four', after: '' }],
  [0, 0, { number: 1, before: '', marked: '', after: 'one' }],
  [99, 120, { number: 3, before: 'four', marked: '', after: '' }],
])('%i to %i', (from, to, line) => expect(lineOf(text, { span: { from, to } })).toEqual(line))
