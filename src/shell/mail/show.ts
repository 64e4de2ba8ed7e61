import { clip } from '../../core/text/clip.ts'
import { utf8 } from '../../core/bytes.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import { displayValue, fieldNamed } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { bold, cyan, dim } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import { WireText } from '../connection/wire-text.ts'
import { has, type MessageEntry, type MessageList } from './messages.ts'

/** Text of others as it may be printed: in one line, no control character is left. */
export const harmless = (text: string): string => {
  const wire = new WireText()
  return (wire.read(utf8(text)) + wire.end()).replaceAll('\n', ' ')
}

/** The messages as lines of a list: `N` unread, `D` to be removed, `A` answered, `F` flagged. */
export const listLines = (
  { entries }: MessageList,
  numbers: readonly number[] = entries.map((_, at) => at + 1),
): string[] =>
  alignColumns(
    numbers.flatMap((number) => {
      const entry = entries[number - 1]
      return entry ? [rowOf(entry, number)] : []
    }),
  )

function rowOf(entry: MessageEntry, number: number): string[] {
  const subject = clip(harmless(entry.subject), 44)
  return [
    ` ${marksOf(entry)}`,
    String(number).padStart(3),
    clip(harmless(entry.from), 22),
    dateOf(entry),
    has(entry, '\\Seen') ? subject : bold(subject),
  ]
}

const marksOf = (entry: MessageEntry): string =>
  [
    has(entry, '\\Deleted') ? 'D' : has(entry, '\\Seen') ? ' ' : 'N',
    has(entry, '\\Answered') ? 'A' : has(entry, '\\Flagged') ? 'F' : ' ',
  ].join('')

/** Day and clock of its own zone: ` 1 Jun 08:00`. */
function dateOf({ at, zone }: MessageEntry): string {
  const local = new Date(at + zone * 60_000)
  const [, day = '', month = ''] = local.toUTCString().split(' ')
  return `${String(Number(day)).padStart(2)} ${month} ${local.toISOString().slice(11, 16)}`
}

const shownFields = ['From', 'To', 'Cc', 'Date', 'Subject']

/** A message as a reader shows it: its main fields, and its text. */
export function messageLines(octets: Uint8Array): string[] {
  const message = parseMessage(octets)
  const fields = shownFields.flatMap((name) => {
    const field = fieldNamed(message, name)
    return field ? [`${bold(`${name}:`)} ${harmless(displayValue(field))}`] : []
  })
  const text = readableText(message, parseMime(message)) ?? '(no text)'
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return [...fields, '', ...lines.map(harmless)]
}

/** The folders that a server listed, with the use of those that have one (RFC 6154 §2). */
export const folderLines = (data: readonly ServerData[]): string[] =>
  data.flatMap((one) => {
    if (one.type !== 'list') return []
    const use = one.attributes.find((name) => /^\\(?:Sent|Drafts|Junk|Trash|Archive)$/i.test(name))
    return [`  ${cyan(harmless(one.name))}${use ? dim(`  ${use}`) : ''}`]
  })

/** `2 messages, 1 unread.` */
export function countText(messages: number, unread: number): string {
  const all = messages === 1 ? '1 message' : `${messages || 'no'} messages`
  return unread ? `${all}, ${unread} unread.` : `${all}.`
}
