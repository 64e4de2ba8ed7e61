import { blankWordStart, nextGrapheme, previousGrapheme, wordEnd, wordStart } from './graphemes.ts'
import { searchHistory, startSearch } from './history-search.ts'
import type { Key } from './keys.ts'
import {
  emptyLine,
  MAX_LINE,
  replaceInLine,
  type Edited,
  type Line,
  type LineAction,
} from './line.ts'

/** What a key does to the line. Unknown keys leave it as it is. Never throws. */
export function editLine(given: Line, key: Key): Edited {
  const search = given.search && searchHistory(given, given.search, key)
  if (search) return search
  const line: Line = given.search ? { ...given, search: undefined } : given
  if (key.kind === 'text') return insertText(line, key.text)
  const press = PRESSES.get(key.name)
  return press ? press(line) : { line, action: { kind: 'other', name: key.name } }
}

function insertText(line: Line, text: string): Edited {
  const room = cutBetweenCharacters(text, MAX_LINE - line.text.length)
  const inserted = replaceInLine(line, line.cursor, line.cursor, text.slice(0, room))
  if (room === text.length) return { line: inserted }
  return { line: inserted, action: { kind: 'full', rest: text.slice(room) } }
}

/** At most `length`, so that no surrogate pair is cut. */
function cutBetweenCharacters(text: string, length: number): number {
  if (length >= text.length) return text.length
  const last = text.charCodeAt(length - 1)
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : Math.max(0, length)
}

const moveTo =
  (target: (line: Line) => number) =>
  (line: Line): Edited => ({ line: { ...line, cursor: target(line) } })

/** Cuts between the cursor and a place; the cut text can come back with Ctrl-Y. */
const cutTo =
  (target: (line: Line) => number) =>
  (line: Line): Edited => {
    const [from, to] = ordered(line.cursor, target(line))
    if (from === to) return { line }
    return { line: { ...replaceInLine(line, from, to, ''), cut: line.text.slice(from, to) } }
  }

const deleteTo =
  (target: (line: Line) => number) =>
  (line: Line): Edited => {
    const [from, to] = ordered(line.cursor, target(line))
    return { line: replaceInLine(line, from, to, '') }
  }

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

const act =
  (action: LineAction) =>
  (line: Line): Edited => ({ line, action })

const start = (): number => 0
const end = ({ text }: Line): number => text.length
const back = ({ text, cursor }: Line): number => previousGrapheme(text, cursor)
const forth = ({ text, cursor }: Line): number => nextGrapheme(text, cursor)
const backAWord = ({ text, cursor }: Line): number => wordStart(text, cursor)
const forthAWord = ({ text, cursor }: Line): number => wordEnd(text, cursor)
const backABlankWord = ({ text, cursor }: Line): number => blankWordStart(text, cursor)

const fresh = (line: Line): Line => ({ ...emptyLine(line.history), cut: line.cut })

const enter = (line: Line): Edited => ({
  line: fresh(line),
  action: { kind: 'enter', text: line.text },
})

const deleteOrEnd = (line: Line): Edited =>
  line.text === '' ? { line, action: { kind: 'eof' } } : deleteTo(forth)(line)

const showLine = (line: Line, text: string): Line => ({ ...line, text, cursor: text.length })

function older(line: Line): Edited {
  const index = (line.recalled?.index ?? line.history.length) - 1
  const text = line.history[index]
  if (text === undefined) return { line }
  const unfinished = line.recalled?.unfinished ?? line.text
  return { line: { ...showLine(line, text), recalled: { index, unfinished } } }
}

function newer(line: Line): Edited {
  if (!line.recalled) return { line }
  const index = line.recalled.index + 1
  const text = line.history[index]
  if (text !== undefined)
    return { line: { ...showLine(line, text), recalled: { ...line.recalled, index } } }
  return { line: { ...showLine(line, line.recalled.unfinished), recalled: undefined } }
}

/** Swaps the two characters before the cursor, or around it inside the line. */
function transpose(line: Line): Edited {
  const { text, cursor } = line
  const to = cursor === text.length ? cursor : nextGrapheme(text, cursor)
  const middle = previousGrapheme(text, to)
  const from = previousGrapheme(text, middle)
  if (from === middle) return { line }
  const swapped = text.slice(middle, to) + text.slice(from, middle)
  return { line: replaceInLine(line, from, to, swapped) }
}

const PRESSES: ReadonlyMap<string, (line: Line) => Edited> = new Map([
  ['left', moveTo(back)],
  ['ctrl-b', moveTo(back)],
  ['right', moveTo(forth)],
  ['ctrl-f', moveTo(forth)],
  ['home', moveTo(start)],
  ['ctrl-a', moveTo(start)],
  ['end', moveTo(end)],
  ['ctrl-e', moveTo(end)],
  ['alt-b', moveTo(backAWord)],
  ['alt-f', moveTo(forthAWord)],
  ['backspace', deleteTo(back)],
  ['delete', deleteTo(forth)],
  ['ctrl-d', deleteOrEnd],
  ['ctrl-u', cutTo(start)],
  ['ctrl-k', cutTo(end)],
  ['ctrl-w', cutTo(backABlankWord)],
  ['alt-backspace', cutTo(backAWord)],
  ['alt-d', cutTo(forthAWord)],
  ['ctrl-y', (line) => insertText(line, line.cut)],
  ['ctrl-t', transpose],
  ['up', older],
  ['ctrl-p', older],
  ['down', newer],
  ['ctrl-n', newer],
  ['ctrl-r', startSearch],
  ['enter', enter],
  ['tab', act({ kind: 'complete' })],
  ['ctrl-l', act({ kind: 'clear' })],
  ['ctrl-c', (line) => ({ line: fresh(line), action: { kind: 'interrupt' } })],
])
