import { clip } from '../../core/text/clip.ts'
import { utf8 } from '../../core/bytes.ts'
import { displayValue, fieldNamed } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { bold } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import { createWireReader } from '../connection/wire-text.ts'
import { has, type Letter, type Letters } from './letters.ts'

/** What strangers wrote as it may be printed: in one line, no control character is left. */
export const harmless = (text: string): string => {
  const reader = createWireReader()
  return (reader.read(utf8(text)) + reader.end()).replaceAll('\n', ' ')
}

/** The letters as lines of a list: `N` unread, `D` to be removed, `A` answered, `F` flagged. */
export const listLines = (
  { list }: Letters,
  numbers: readonly number[] = list.map((_, at) => at + 1),
): string[] =>
  alignColumns(
    numbers.flatMap((number) => {
      const letter = list[number - 1]
      return letter ? [rowOf(letter, number)] : []
    }),
  )

function rowOf(letter: Letter, number: number): string[] {
  const subject = clip(harmless(letter.subject), 44)
  return [
    ` ${marksOf(letter)}`,
    String(number).padStart(3),
    clip(harmless(letter.from), 22),
    dateOf(letter),
    has(letter, '\\Seen') ? subject : bold(subject),
  ]
}

const marksOf = (letter: Letter): string =>
  [
    has(letter, '\\Deleted') ? 'D' : has(letter, '\\Seen') ? ' ' : 'N',
    has(letter, '\\Answered') ? 'A' : has(letter, '\\Flagged') ? 'F' : ' ',
  ].join('')

/** Day and clock of its own zone: ` 1 Jun 08:00`. */
function dateOf({ at, zone }: Letter): string {
  const local = new Date(at + zone * 60_000)
  const [, day = '', month = ''] = local.toUTCString().split(' ')
  return `${String(Number(day)).padStart(2)} ${month} ${local.toISOString().slice(11, 16)}`
}

const shownFields = ['From', 'To', 'Cc', 'Date', 'Subject']

/** A letter as a reader shows it: its fields in short, and its text. */
export function letterLines(octets: Uint8Array): string[] {
  const message = parseMessage(octets)
  const fields = shownFields.flatMap((name) => {
    const field = fieldNamed(message, name)
    return field ? [`${bold(`${name}:`)} ${harmless(displayValue(field))}`] : []
  })
  const text = readableText(message, parseMime(message)) ?? '(no text)'
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return [...fields, '', ...lines.map(harmless)]
}
