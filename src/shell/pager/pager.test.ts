import { expect, test } from 'vitest'
import { openShell } from '../testing/open-shell.ts'

/** A shell with a file of 60 lines. */
function open() {
  const opened = openShell()
  const lines = Array.from({ length: 60 }, (_, at) => `line${at + 1}`)
  opened.shell.type(`printf '${lines.join('\\n')}\\n' > long; clear\r`)
  opened.newLines()
  return opened
}

const shown = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith('program: line')).map((line) => line.slice(13))

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at))

test.each([
  [
    'less long',
    ['', ' ', 'b', 'G', 'g', '\r', '/line40\r'],
    [range(1, 23), range(24, 46), range(1, 23), range(38, 60), range(1, 23), ['24'], range(40, 60)],
  ],
  ['cat long | less', ['', ' '], [range(1, 23), range(24, 46)]],
  ['less < long', ['', ' '], [range(1, 23), range(24, 46)]],
  ['LINES=11; more long', ['', ' ', '\r'], [range(1, 10), range(11, 20), ['21']]],
])('%s', async (line, keys, pages) => {
  const { shell, newLines } = open()
  for (const [at, key] of keys.entries()) {
    shell.type(at ? key : `${line}\r`)
    await shell.settled()
    expect(shown(newLines())).toEqual(pages[at])
  }
  shell.type('q')
  expect(shell.running).toBeUndefined()
})

test('more ends with the last line; less waits', () => {
  const { shell } = open()
  shell.type('more long\r   ')
  expect(shell.running).toBeUndefined()
  shell.type('less long\r   ')
  expect(shell.running).toBe('less')
  shell.type('\x03')
  expect(shell.running).toBeUndefined()
})

test('what fits, or goes elsewhere, is printed at once', () => {
  const { shell, newLines } = open()
  shell.type('less long | wc -l; head -3 long | less; LINES=99; less long\r')
  expect(shell.running).toBeUndefined()
  expect(newLines()[1]).toBe('program: 60')
})

test('a page of the manual comes in parts, and a command that is typed on is not lost', () => {
  const { shell, newLines } = open()
  shell.type('man nc\r')
  expect(shell.running).toBe('man')
  expect(newLines().length).toBeLessThan(26)
  shell.type('pwd\r')
  const lines = newLines()
  expect(lines.join('\n')).toContain('SEE ALSO')
  expect(lines.slice(-2)).toEqual(['you: pwd', 'program: /home/you'])
  shell.type('man nc\rq')
  expect(shell.running).toBeUndefined()
  shell.type('man nc | tail -1\r')
  expect(shell.running).toBeUndefined()
})
