import { cellWidth, textWidth } from '../../core/text/width.ts'
import type { ProgramView } from '../command.ts'
import type { EditBuffer } from './buffer.ts'

/** Rows of the text that are seen at once. */
export const WINDOW_ROWS = 10

/** A window on the text with a line above and two below, each narrower than the screen. */
export function drawEditor(
  buffer: EditBuffer,
  top: number,
  words: { readonly title: string; readonly status: string; readonly help: string },
  columns: number,
): ProgramView {
  const room = Math.max(8, columns - 1)
  const first = Math.min(top, buffer.lines.length - 1)
  const rows = Array.from({ length: WINDOW_ROWS }, (_, at) => buffer.lines[first + at])
  const shown = rows.map((line, at) =>
    line === undefined
      ? { text: '', cursor: 0 }
      : fit(line, first + at === buffer.row ? buffer.column : 0, room),
  )
  const head = `${clipCells(words.title, room)}\n`
  const above = shown.slice(0, buffer.row - first).map(({ text }) => `${text}\n`)
  const cursor = head.length + above.join('').length + (shown[buffer.row - first]?.cursor ?? 0)
  const foot = [words.status, words.help].map((line) => clipCells(line, room))
  const text = head + [...shown.map((one) => one.text), ...foot].join('\n')
  return { text, cursor }
}

/** The part of a line with the cursor in it; `$` where it goes on. */
function fit(line: string, cursor: number, room: number): ProgramView {
  const plain = line.replaceAll('\t', '    ')
  const at = line.slice(0, cursor).replaceAll('\t', '    ')
  if (textWidth(plain) <= room && textWidth(at) < room) return { text: plain, cursor: at.length }
  if (textWidth(at) < room - 1) return { text: `${clipCells(plain, room - 1)}$`, cursor: at.length }
  const from = startFor(at, room)
  const text = `$${clipCells(plain.slice(from), room - 2)}`
  const rest = textWidth(plain.slice(from)) > room - 2 ? '$' : ''
  return { text: text + rest, cursor: at.length - from + 1 }
}

/** Where the shown part begins, so that the cursor stands in its right half. */
function startFor(before: string, room: number): number {
  let width = 0
  let from = before.length
  for (const character of [...before].reverse()) {
    width += cellWidth(character.codePointAt(0)!)
    if (width > room / 2) break
    from -= character.length
  }
  return from
}

/** As much of a text as has room in so many cells. */
export function clipCells(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  let width = 0
  let clipped = ''
  for (const character of text) {
    width += cellWidth(character.codePointAt(0)!)
    if (width > room) break
    clipped += character
  }
  return clipped
}
