import { words } from '#words/published'
import type { PublishedRow } from '../../../lab/types.ts'

const textOf = (pieces: PublishedRow['name']): string => pieces.map(({ text }) => text).join('')

/** A row in words: `mail.example.org. A 192.0.2.25`. */
export function publishedText({ fate, name, type, value }: PublishedRow): string {
  if (fate === 'lost') return words.lost
  const record = `${textOf(name)} ${type} ${textOf(value)}`
  return fate === 'hidden' ? `${record}, ${words.hidden}` : record
}

/** The strings of a text, where their number or their length is worth a word. */
export function stringsText({ strings }: PublishedRow): string {
  if (!strings || (strings.count === 1 && strings.octets <= LONG)) return ''
  return words.strings(strings.count, strings.octets)
}

/** Octets of a text that one counts. */
const LONG = 100

/** The rows of the line that the caret is in; a record may have several lines. */
export const isAt = (row: PublishedRow, text: string, at: number | undefined): boolean =>
  at !== undefined && at >= lineStart(text, row.span.from) && at <= lineEnd(text, row.span.to)

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
