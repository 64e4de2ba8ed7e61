import { expect, test } from 'vitest'
import { Screen } from './screen.ts'

function open() {
  const lines: string[] = []
  const screen = new Screen({
    columns: 20,
    write: () => {},
    addLine: ({ who, text }) => void lines.push(`${who}: ${text}`),
  })
  return { screen, lines }
}

test('a server’s line is held until it is whole', () => {
  const { screen, lines } = open()
  screen.receive('220 he')
  expect([screen.unfinished, screen.column, lines]).toEqual(['220 he', 6, []])
  screen.receive('llo\n')
  expect([screen.unfinished, screen.column, lines]).toEqual(['', 0, ['server: 220 hello']])
  screen.receive('rest')
  screen.endReceived()
  expect([screen.unfinished, lines.at(-1)]).toEqual(['', 'server: rest'])
})

test('the typed line is drawn behind what is unfinished, and taken off for what is printed', () => {
  const { screen, lines } = open()
  screen.receive('> ')
  screen.show({ prompt: '', text: 'ab', cursor: 1 })
  expect(screen.drawn).toMatchObject({ column: 2, text: 'ab', cursor: 1 })
  screen.print('done')
  expect([screen.drawn, screen.column, lines]).toEqual([undefined, 0, ['program: done']])
})

test('a finished line is in the transcript only where it has an entry', () => {
  const { screen, lines } = open()
  screen.finish({ prompt: '', text: 'friday', cursor: 0 }, undefined)
  screen.finish({ prompt: '', text: 'QUIT', cursor: 0 }, 'QUIT')
  expect([screen.drawn, lines]).toEqual([undefined, ['you: QUIT']])
})
