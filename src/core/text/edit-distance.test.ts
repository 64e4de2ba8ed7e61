import { expect, test } from 'vitest'
import { editDistance, nearest } from './edit-distance.ts'

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['ehlo', 'ehlo', 0],
  ['ehol', 'ehlo', 1],
  ['helo', 'ehlo', 1],
  ['kitten', 'sitting', 3],
  ['cname', 'came', 1],
])('%j and %j are %i edits apart', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits)
  expect(editDistance(b, a)).toBe(edits)
})

test.each([
  ['tlenet', 'telnet'],
  ['DGI', 'dig'],
  ['nx', 'nc'],
  ['xy', undefined],
  ['something', undefined],
  ['t'.repeat(1000), undefined],
])('%j is near %j', (word, found) => expect(nearest(word, ['telnet', 'dig', 'nc'])).toBe(found))
