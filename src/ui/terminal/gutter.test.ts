import { expect, test } from 'vitest'
import type { LineMark } from '../../core/text/line-mark.ts'
import { GLYPHS, newestRefusal } from './gutter.ts'

test.each<[what: string, marks: LineMark[], found: number[]]>([
  ['a refusal', ['command', 'refused'], [1]],
  ['a refusal, while one types on', ['command', 'refused', 'command'], [1]],
  ['a refusal of several lines', ['ok', 'refused', 'refused'], [1, 2]],
  ['the newest of two', ['refused', 'command', 'later'], [2]],
  ['nothing, once a line was accepted', ['refused', 'command', 'ok'], []],
  ['nothing, where nothing was refused', ['prompt', 'ok', 'command'], []],
])('the ground is that of %s', (_, marks, found) => {
  const lines = marks.map((mark) => ({ mark }))
  expect([...newestRefusal(lines)].map((line) => lines.indexOf(line)).sort()).toEqual(found)
})

test('the classes of replies differ without a colour', () => {
  const { ok, go, later, refused, command } = GLYPHS
  expect(new Set([ok, go, later, refused, command]).size).toBe(5)
})
