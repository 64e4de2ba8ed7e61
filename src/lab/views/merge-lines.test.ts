import { describe, expect, test } from 'vitest'
import { mergeLines } from './merge-lines.ts'

const t = (text: string) => [...text].join('\n')

describe('two changes of one text', () => {
  test.each([
    ['in different lines', 'abcdef', 'aXcdef', 'abcdeY', 'aXcdeY'],
    ['of which one is none', 'abc', 'abc', 'aXc', 'aXc'],
    ['that are the same', 'abc', 'aXc', 'aXc', 'aXc'],
    ['of which one adds and one takes away', 'abcdef', 'abcdefg', 'bcdef', 'bcdefg'],
    ['in the same line', 'abc', 'aXc', 'aYc', undefined],
    ['side by side', 'abcd', 'aXcd', 'abYd', undefined],
    ['at the end', 'abc', 'abcX', 'abcY', undefined],
  ])('%s', (_, base, mine, theirs, merged) =>
    expect(mergeLines(t(base), t(mine), t(theirs))).toBe(merged && t(merged)),
  )
})
