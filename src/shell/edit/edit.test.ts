import { describe, expect, test } from 'vitest'
import { openShell } from '../testing/open-shell.ts'
import { editBuffer, openBuffer, textOf } from './buffer.ts'
import type { Key } from '../keys.ts'

const press = (name: string): Key => ({ kind: 'press', name })

test.each([
  ['one\ntwo\n', ['down', 'end', 'enter', '+three'], 'one\ntwo\nthree\n'],
  ['ab\ncd\n', ['down', 'backspace'], 'abcd\n'],
  ['ab\ncd\n', ['end', 'delete'], 'abcd\n'],
  ['a\nb\nc\n', ['ctrl-k', 'ctrl-k', 'ctrl-u', 'ctrl-u'], 'a\nb\na\nb\nc\n'],
  ['', ['backspace', 'delete', 'left', 'up', 'page-down'], ''],
  ['x\n', ['ctrl-k'], ''],
  ['né\n', ['end', 'backspace'], 'n\n'],
])('%j with %j', (text, keys, after) => {
  const edited = keys.reduce(
    (buffer, key) =>
      editBuffer(buffer, key.startsWith('+') ? { kind: 'text', text: key.slice(1) } : press(key)),
    openBuffer(text),
  )
  expect(textOf(edited)).toBe(after)
})

describe('in the terminal', () => {
  test('a file is written, and what is drawn goes away', () => {
    const { shell, screen, newLines } = openShell()
    shell.type('edit notes\r')
    expect(screen.rows().join('\n')).toContain('── edit notes ──')
    shell.type('first\rsecond line')
    expect(screen.cursorRow()).toBe('second line|')
    shell.type('\x1b[A')
    expect(screen.cursorRow()).toBe('first|')
    shell.type('\x0f')
    expect(screen.rows().join('\n')).toContain('[ Wrote 2 lines ]')
    shell.type('\x18')
    expect(shell.running).toBeUndefined()
    expect(screen.rows().join('\n')).not.toContain('── edit')
    newLines()
    shell.type('cat notes\r')
    expect(newLines().slice(1)).toEqual(['program: first', 'program: second line'])
  })

  test('it asks before it leaves what was not written', () => {
    const { shell, newLines } = openShell()
    shell.type('edit notes\rhello\x18')
    expect(shell.running).toBe('edit')
    shell.type('ypwd\r')
    expect(shell.running).toBeUndefined()
    expect(newLines().slice(-2)).toEqual(['you: pwd', 'program: /home/you'])
    shell.type('edit notes\r more\x18n')
    newLines()
    shell.type('cat notes\r')
    expect(newLines()).toEqual(['you: cat notes', 'program: hello'])
  })

  test('Ctrl-C ends it, and nothing is lost', () => {
    const { shell, newLines } = openShell()
    shell.type('edit notes\rhello\x03')
    expect(shell.running).toBeUndefined()
    newLines()
    shell.type('ls notes*; cat notes.save\r')
    expect(newLines().slice(1)).toEqual(['program: notes.save', 'program: hello'])
  })

  test.each([20, 40, 80])('a long line is moved along in %i columns', (columns) => {
    const { shell, screen } = openShell(undefined, columns)
    shell.type('clear\r')
    shell.type(`edit notes\r${'abcdefghij'.repeat(12)}`)
    expect(screen.cursorRow()).toMatch(/^\$[a-j]+\|$/)
    shell.type('\x01')
    expect(screen.cursorRow()).toMatch(/^\|[a-j]+\$$/)
    for (const row of screen.rows().filter((one) => one.includes('abc')))
      expect(row.length).toBeLessThan(columns)
    shell.type('\x18n')
    expect(screen.rows().join('\n')).not.toContain('abc')
  })

  test('a word is found, from behind the cursor on', () => {
    const { shell, screen } = openShell()
    shell.type('edit notes\rone\rtwo\rthree two\x17two\r')
    expect(screen.cursorRow()).toBe('|two')
  })

  test.each([
    ['edit', 'Name a file'],
    ['edit /tmp', 'Is a directory'],
    ['edit /nowhere/x', 'No such file'],
    ['edit a b', 'a second'],
    ['edit a > b', 'keyboard'],
    ['edit --wrap a', 'knows no option'],
  ])('%s', (line, sentence) => {
    const { shell, newLines } = openShell()
    shell.type(`${line}\r`)
    expect(newLines().join('\n')).toContain(sentence)
    expect(shell.running).toBeUndefined()
  })
})
