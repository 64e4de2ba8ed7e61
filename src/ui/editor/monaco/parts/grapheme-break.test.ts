import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GraphemeBreakTree } from './grapheme-break.ts'

const kindOf = (codePoint: number) =>
  GraphemeBreakTree.getInstance().getGraphemeBreakType(codePoint)

test.each([
  ['a', 0],
  ['؀', 1],
  ['\r', 2],
  ['\n', 3],
  ['\t', 4],
  ['\u0301', 5],
  ['🏽', 5],
  ['🇩', 6],
  ['ി', 7],
  ['ᄀ', 8],
  ['ᅡ', 9],
  ['ᆨ', 10],
  ['가', 11],
  ['각', 12],
  ['\u200D', 13],
  ['👩', 14],
  ['日', 0],
  ['း', 0],
])('%j is of kind %i', (character, kind) => expect(kindOf(character.codePointAt(0)!)).toBe(kind))

test('behind the end of a text is no character', () => expect(kindOf(NaN)).toBe(0))

/** First, last, kind: a tree of ranges; what it lacks is of kind 0. */
const table = JSON.parse(
  /function getGraphemeBreakRawData\(\)[^]*?JSON\.parse\('([^']*)'\)/.exec(
    readFileSync('node_modules/monaco-editor/esm/vs/base/common/strings.js', 'utf8'),
  )![1]!,
) as readonly number[]

test('kinds are those of Monaco, but for what Unicode has added or taken out since its table', () => {
  const theirs = new Map<number, number>()
  for (let at = 3; at < table.length; at += 3)
    for (let one = table[at]!; one <= table[at + 1]!; one++) theirs.set(one, table[at + 2]!)
  const differ: Record<string, number> = {}
  for (let one = 0x20; one <= 0x10ffff; one++) {
    const kinds = `${theirs.get(one) ?? 0} ▶ ${kindOf(one)}`
    if ((theirs.get(one) ?? 0) !== kindOf(one)) differ[kinds] = (differ[kinds] ?? 0) + 1
  }
  const { '14 ▶ 0': pictures = 0, ...marks } = differ
  // Pictures that never were emoji count only beside a joiner, where they never stand.
  expect(pictures).toBeLessThan(700)
  expect(Object.keys(marks).every((kinds) => /^(?:[05] ▶ 7|[07] ▶ 5|0 ▶ 4)$/.test(kinds))).toBe(
    true,
  )
  expect(Object.values(marks).reduce((sum, count) => sum + count, 0)).toBeLessThan(200)
})
