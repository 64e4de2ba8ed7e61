import { nextGrapheme, previousGrapheme } from '../graphemes.ts'
import type { Key } from '../keys.ts'

/** A text that is edited, with its cursor. A value: each key gives the next one. */
export interface EditBuffer {
  /** One at least. */
  readonly lines: readonly string[]
  /** The line of the cursor, from 0. */
  readonly row: number
  /** UTF-16 units of that line before it. */
  readonly column: number
  /** Lines that Ctrl-K took out one after the other. */
  readonly cut: readonly string[]
  readonly lastKey: string
}

export const openBuffer = (text: string): EditBuffer => ({
  lines: text.replace(/\n$/, '').split('\n'),
  row: 0,
  column: 0,
  cut: [],
  lastKey: '',
})

/** The text, each line with its end; an empty one is no line. */
export const textOf = ({ lines }: EditBuffer): string =>
  lines.length === 1 && lines[0] === '' ? '' : lines.map((line) => `${line}\n`).join('')

/** Rows that a page up or down goes. */
const PAGE = 8

type Move = (buffer: EditBuffer, line: string) => EditBuffer

const at = (buffer: EditBuffer, row: number, column: number): EditBuffer => {
  const into = Math.max(0, Math.min(row, buffer.lines.length - 1))
  return { ...buffer, row: into, column: Math.min(column, buffer.lines[into]!.length) }
}

const withLines = (
  buffer: EditBuffer,
  from: number,
  count: number,
  lines: readonly string[],
): EditBuffer => ({ ...buffer, lines: buffer.lines.toSpliced(from, count, ...lines) })

/** What each key does; others leave the text as it is. */
const KEYS: Readonly<Record<string, Move>> = {
  left: (buffer, line) =>
    buffer.column > 0
      ? at(buffer, buffer.row, previousGrapheme(line, buffer.column))
      : buffer.row > 0
        ? at(buffer, buffer.row - 1, Infinity)
        : buffer,
  right: (buffer, line) =>
    buffer.column < line.length
      ? at(buffer, buffer.row, nextGrapheme(line, buffer.column))
      : buffer.row < buffer.lines.length - 1
        ? at(buffer, buffer.row + 1, 0)
        : buffer,
  up: (buffer) => at(buffer, buffer.row - 1, buffer.column),
  down: (buffer) => at(buffer, buffer.row + 1, buffer.column),
  'page-up': (buffer) => at(buffer, buffer.row - PAGE, buffer.column),
  'page-down': (buffer) => at(buffer, buffer.row + PAGE, buffer.column),
  home: (buffer) => at(buffer, buffer.row, 0),
  end: (buffer) => at(buffer, buffer.row, Infinity),
  enter: breakLine,
  tab: (buffer) => insert(buffer, '\t'),
  backspace: eraseBefore,
  delete: (buffer, line) =>
    buffer.column === line.length && buffer.row === buffer.lines.length - 1
      ? buffer
      : eraseBefore(KEYS['right']!(buffer, line)),
  'ctrl-k': cutLine,
  'ctrl-u': paste,
}

const SAME: Readonly<Record<string, string>> = {
  ...{ 'ctrl-b': 'left', 'ctrl-f': 'right', 'ctrl-p': 'up', 'ctrl-n': 'down', 'ctrl-a': 'home' },
  ...{ 'ctrl-e': 'end', 'ctrl-d': 'delete', 'ctrl-y': 'page-up', 'ctrl-v': 'page-down' },
}

/** @returns The text after a key; the same value where the key has no use. */
export function editBuffer(buffer: EditBuffer, key: Key): EditBuffer {
  if (key.kind === 'text') return { ...insert(buffer, key.text), lastKey: '' }
  const name = Object.hasOwn(SAME, key.name) ? SAME[key.name]! : key.name
  const act = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined
  return act ? { ...act(buffer, buffer.lines[buffer.row]!), lastKey: name } : buffer
}

function insert(buffer: EditBuffer, text: string): EditBuffer {
  const line = buffer.lines[buffer.row]!
  const { column } = buffer
  const edited = line.slice(0, column) + text + line.slice(column)
  return at(withLines(buffer, buffer.row, 1, [edited]), buffer.row, column + text.length)
}

function breakLine(buffer: EditBuffer, line: string): EditBuffer {
  const { row, column } = buffer
  return at(withLines(buffer, row, 1, [line.slice(0, column), line.slice(column)]), row + 1, 0)
}

function eraseBefore(buffer: EditBuffer): EditBuffer {
  const { row, column, lines } = buffer
  const line = lines[row]!
  if (column > 0) {
    const from = previousGrapheme(line, column)
    return at(withLines(buffer, row, 1, [line.slice(0, from) + line.slice(column)]), row, from)
  }
  if (row === 0) return buffer
  const above = lines[row - 1]!
  return at(withLines(buffer, row - 1, 2, [above + line]), row - 1, above.length)
}

function cutLine(buffer: EditBuffer, line: string): EditBuffer {
  const cut = buffer.lastKey === 'ctrl-k' ? [...buffer.cut, line] : [line]
  const rest = withLines(buffer, buffer.row, 1, buffer.lines.length === 1 ? [''] : [])
  return { ...at(rest, buffer.row, 0), cut }
}

function paste(buffer: EditBuffer): EditBuffer {
  const { row, cut } = buffer
  return at(withLines(buffer, row, 0, cut), row + cut.length, 0)
}
