import type { IMarker } from '@xterm/xterm'
import { expect, test } from 'vitest'
import { LineMarks } from './line-marks.ts'

/** A terminal as far as marks go: a cursor in a row. */
function open() {
  let row = 0
  let read: (data: string) => unknown = () => undefined
  const marks = new LineMarks({
    parser: { registerOscHandler: (_: number, handler: typeof read) => void (read = handler) },
    registerMarker() {
      return { line: row, dispose: () => undefined } as IMarker
    },
  } as never)
  const mark = (at: number, data: string) => {
    row = at
    read(data)
  }
  const all = () => marks.all.map(({ mark, protocol, marker }) => [marker.line, mark, protocol])
  return { mark, all }
}

test('each line keeps its mark', () => {
  const { mark, all } = open()
  mark(0, 'prompt')
  mark(1, 'ok;smtp')
  expect(all()).toEqual([
    [0, 'prompt', undefined],
    [1, 'ok', 'smtp'],
  ])
})

test('a line that is written anew takes away its mark and those below', () => {
  const { mark, all } = open()
  mark(0, 'ok;smtp')
  mark(1, 'command;smtp')
  mark(1, 'later;smtp')
  mark(2, 'command;smtp')
  mark(1, 'program')
  expect(all()).toEqual([[0, 'ok', 'smtp']])
})

test('of many lines the newest keep theirs', () => {
  const { mark, all } = open()
  for (let row = 0; row < 5000; row++) mark(row, 'message;smtp')
  expect(all().length).toBeLessThan(1300)
  expect(all().at(-1)?.[0]).toBe(4999)
})
