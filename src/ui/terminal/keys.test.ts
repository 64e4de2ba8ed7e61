import { describe, expect, test } from 'vitest'
import { chunksOf, keyAction, hasTextAtPrompt, type Key } from './keys.ts'

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrl: false,
  meta: false,
  shift: false,
  ...held,
})
const idle = { armed: false, completes: false, selected: false }
const typing = { ...idle, completes: true }

describe('a key goes', () => {
  test.each([
    ['a character to the terminal', key('a'), idle, 'type'],
    ['Tab on, at an empty prompt', key('Tab'), idle, 'browser'],
    ['Tab to the terminal, behind a word', key('Tab'), typing, 'type'],
    ['Tab on, after Escape', key('Tab'), { ...typing, armed: true }, 'browser'],
    ['Shift+Tab back, always', key('Tab', { shift: true }), typing, 'browser'],
    ['Escape nowhere, and arms', key('Escape'), typing, 'arm'],
    ['F6 to the desk', key('F6'), typing, 'browser'],
    ['Ctrl+V to the browser', key('v', { ctrl: true }), typing, 'browser'],
    ['Cmd+V to the browser', key('v', { meta: true }), typing, 'browser'],
    ['Ctrl+C to the program', key('c', { ctrl: true }), typing, 'type'],
    [
      'Ctrl+C to the browser, over a selection',
      key('c', { ctrl: true }),
      { ...idle, selected: true },
      'browser',
    ],
    ['Ctrl+Shift+C to the browser', key('C', { ctrl: true, shift: true }), idle, 'browser'],
    ['Ctrl+Plus to the browser', key('+', { ctrl: true }), typing, 'browser'],
    ['Cmd+Minus to the browser', key('-', { meta: true }), idle, 'browser'],
    ['Ctrl+D to the program', key('d', { ctrl: true }), idle, 'type'],
  ])('%s', (_, pressed, state, action) => expect(keyAction(pressed, state)).toBe(action))
})

test.each([
  [false, 'nc', true],
  [true, '\r', false],
  [true, '\x03', false],
  [true, '\x15', false],
  [false, 'dig\rn', true],
  [false, '\x1b[A', true],
  [false, '\t', false],
  [false, '\x7f', false],
])('%s, then %j: %s', (before, typed, after) => expect(hasTextAtPrompt(before, typed)).toBe(after))

test('a paste comes in parts, whole and with its characters whole', () => {
  const text = 'ab😀cd😀'.repeat(500)
  const chunks = chunksOf(text, 3)
  expect(chunks.join('')).toBe(text)
  expect(chunks.every((chunk) => chunk.length <= 4 && !/^[\uDC00-\uDFFF]/.test(chunk))).toBe(true)
  expect(chunksOf('')).toEqual([])
})
