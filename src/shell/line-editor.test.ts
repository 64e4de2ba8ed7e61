import { describe, expect, test } from 'vitest'
import { decodeKeys, noKeys } from './keys.ts'
import { editLine } from './line-editor.ts'
import { emptyLine, MAX_LINE, replaceInLine, type Line, type LineAction } from './line.ts'

interface Typed {
  readonly line: Line
  readonly actions: readonly LineAction[]
}

function type(data: string, start: Line = emptyLine(['first', 'second'])): Typed {
  const actions: LineAction[] = []
  let line = start
  for (const key of decodeKeys(noKeys, data).keys) {
    const edited = editLine(line, key)
    line = edited.line
    if (edited.action) actions.push(edited.action)
  }
  return { line, actions }
}

/** The line with a `|` for the cursor. */
const show = ({ line: { text, cursor } }: Typed): string =>
  `${text.slice(0, cursor)}|${text.slice(cursor)}`

const UP = '\x1b[A'
const DOWN = '\x1b[B'
const LEFT = '\x1b[D'

describe('keys give the line', () => {
  test.each([
    ['text', 'dig a', 'dig a|'],
    ['insert in the middle', `ac${LEFT}b`, 'ab|c'],
    ['left stops at the start', `a${LEFT}${LEFT}b`, 'b|a'],
    ['right stops at the end', 'a\x1b[Cb', 'ab|'],
    ['Ctrl-B and Ctrl-F', 'abc\x02\x02\x06x', 'abx|c'],
    ['Home and End', 'bc\x1b[Ha\x1b[Fd', 'abcd|'],
    ['Ctrl-A and Ctrl-E', 'bc\x01a\x05d', 'abcd|'],
    ['Backspace', 'abc\x7f', 'ab|'],
    ['Backspace at the start', '\x7fa', 'a|'],
    ['Backspace deletes an accent with its letter', 'xe\u0301\x7f', 'x|'],
    ['Backspace takes a whole emoji', 'x👩‍🚀\x7f', 'x|'],
    ['Backspace takes a whole flag', 'x🇨🇭🇫🇷\x7f', 'x🇨🇭|'],
    ['left goes over a whole emoji', `x👩‍🚀${LEFT}y`, 'xy|👩‍🚀'],
    ['Delete', `ab${LEFT}${LEFT}\x1b[3~`, '|b'],
    ['Delete takes a whole emoji', `👍🏽b\x01\x1b[3~`, '|b'],
    ['Ctrl-D deletes inside a line', `ab\x01\x04`, '|b'],
    ['Ctrl-U', `ab cd${LEFT}\x15`, '|d'],
    ['Ctrl-K', `ab cd\x01\x06\x0b`, 'a|'],
    ['Ctrl-W takes what has no blank', 'dig mx.example.org  \x17', 'dig |'],
    ['Alt-Backspace deletes letters', 'dig mx.example\x1b\x7f', 'dig mx.|'],
    ['Alt-B', 'dig mx.example\x1bb', 'dig mx.|example'],
    ['Alt-F', 'dig mx.example\x01\x1bf\x1bf', 'dig mx|.example'],
    ['Alt-D', 'dig mx\x01\x1bd', '| mx'],
    ['words have letters of any script', 'é żółw\x1bb', 'é |żółw'],
    ['Ctrl-Y brings back what was cut', 'one two\x17\x01\x19', 'two|one '],
    ['Ctrl-T swaps', 'ab\x14', 'ba|'],
    ['up', `${UP}`, 'second|'],
    ['up twice', `${UP}${UP}`, 'first|'],
    ['up stops at the oldest', `${UP}${UP}${UP}`, 'first|'],
    ['down comes back to the unfinished line', `un${UP}${UP}${DOWN}${DOWN}`, 'un|'],
    ['down without a way up', `un${DOWN}`, 'un|'],
    ['Ctrl-R finds what was typed', `\x12fi`, 'first|'],
    ['Ctrl-R again finds an older one', `\x12s\x12`, 'first|'],
    ['Ctrl-R and Backspace', `\x12fix\x7f\x7f\x7fsec`, 'second|'],
    ['Ctrl-G gives the search up', `un\x12fi\x07`, 'un|'],
    ['Ctrl-P and Ctrl-N', '\x10\x10\x0e', 'second|'],
    ['a recalled line can be changed', `${UP}!`, 'second!|'],
    ['Ctrl-C empties the line', 'abc\x03', '|'],
    ['an unknown key', 'ab\x1d', 'ab|'],
  ])('%s', (_, data, line) => expect(show(type(data))).toBe(line))
})

describe('keys give actions', () => {
  test.each<[string, string, LineAction[]]>([
    ['Enter', 'ab\r', [{ kind: 'enter', text: 'ab' }]],
    ['Enter takes the whole line', `ab${LEFT}\r`, [{ kind: 'enter', text: 'ab' }]],
    ['Enter in a search', '\x12fi\r', [{ kind: 'enter', text: 'first' }]],
    ['Ctrl-C', 'ab\x03', [{ kind: 'interrupt' }]],
    ['Ctrl-D on an empty line', '\x04', [{ kind: 'eof' }]],
    ['Ctrl-D at the end of a line', 'a\x04', []],
    ['Tab', 'd\t', [{ kind: 'complete' }]],
    ['Ctrl-L', '\x0c', [{ kind: 'clear' }]],
    ['Ctrl-]', '\x1d', [{ kind: 'other', name: 'ctrl-]' }]],
  ])('%s', (_, data, actions) => expect(type(data).actions).toEqual(actions))
})

test('after Enter the next line begins anew and the history starts at its end', () => {
  expect(show(type(`${UP}\r`))).toBe('|')
  expect(show(type(`${UP}${UP}\r${UP}`))).toBe('second|')
})

test('a full line keeps what fits and gives back the rest, whole characters only', () => {
  const full = replaceInLine(emptyLine(), 0, 0, 'x'.repeat(MAX_LINE - 1))
  const { line, action } = editLine(full, { kind: 'text', text: '👍y' })
  expect([line.text.length, action]).toEqual([MAX_LINE - 1, { kind: 'full', rest: '👍y' }])
})
