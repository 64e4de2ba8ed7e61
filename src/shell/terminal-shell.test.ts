import { expect, test } from 'vitest'
import { MAX_LINE } from './line.ts'
import { TerminalShell } from './terminal-shell.ts'
import { fakeWorld } from './testing/fake-world.ts'

const open = () =>
  new TerminalShell({
    world: fakeWorld({
      servers: {
        '192.0.2.25:25':
          ({ close }) =>
          () =>
            close(),
      },
    }),
    host: 'desk.example.net',
    output: { write: () => {}, addLine: () => {} },
  })

test('keys edit the line; Enter puts it into the history', () => {
  const shell = open()
  shell.type('echo a\x1b[D')
  expect(shell.line).toMatchObject({ text: 'echo a', cursor: 5 })
  shell.type('\r\r')
  expect([shell.line.text, shell.history]).toEqual(['', ['echo a']])
})

test('a program has a history of its own, and leaves what was being typed to the prompt', () => {
  const shell = open()
  shell.type('nc mx.example.org 25\r')
  expect([shell.running, shell.line.history]).toEqual(['nc', []])
  shell.type('QUIT\rnext')
  expect(shell.program).toBeUndefined()
  expect(shell.line).toMatchObject({ text: 'next', history: ['nc mx.example.org 25'] })
})

test('a command that is over before it returns leaves no program', () => {
  const shell = open()
  shell.type('nc mx.example.org 26\r')
  expect(shell.program).toBeUndefined()
})

test('the prompt holds a full line and no more; a program gets it in pieces', () => {
  const shell = open()
  shell.type('x'.repeat(MAX_LINE + 5))
  expect(shell.line.text).toHaveLength(MAX_LINE)
  shell.type('\x03nc mx.example.org 25\r')
  shell.type('y'.repeat(MAX_LINE + 5))
  expect(shell.line.text).toBe('yyyyy')
})
