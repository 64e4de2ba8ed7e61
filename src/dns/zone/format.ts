import { slice, type Span } from '../../core/span.ts'
import type { Line, Token, Word } from './tokens.ts'
import { isWord, wordsOf } from './words.ts'
import type { RecordParts, Zone, ZoneEntry } from './zone.ts'

/** A name longer than this stands out of its column rather than push all others away. */
const WIDEST_OWNER = 32

/**
 * The zone's text with its columns aligned. Comments, blank lines and the lines of a parenthesis
 * stay; what has an error stays as it was typed. Formatting twice changes nothing more, and the
 * records stay the same.
 */
export function formatZone({ entries, text }: Zone): string {
  // Behind a parenthesis left open, where a record starts is a guess that must not change.
  const slip = entries.findIndex(({ unclosed }) => unclosed)
  const safe = slip < 0 ? entries.length : slip
  const columns = measure(entries.slice(0, safe), text)
  const lines = entries.flatMap((entry, at) =>
    at < safe ? formatEntry(entry, text, columns) : asTyped(entry.lines, text),
  )
  while (lines.at(-1) === '') lines.pop()
  return lines.length ? `${lines.join('\n')}\n` : ''
}

interface Columns {
  readonly owner: number
  readonly ttl: number
  readonly class: number
  readonly type: number
}

function measure(entries: readonly ZoneEntry[], text: string): Columns {
  const widths = { owner: 0, ttl: 0, class: 0, type: 0 }
  for (const { parts, sound } of entries) {
    if (!parts || !sound) continue
    for (const column of COLUMNS) {
      const width = lengthIn(text, parts[column])
      if (column !== 'owner' || width <= WIDEST_OWNER)
        widths[column] = Math.max(widths[column], width)
    }
  }
  return widths
}

const COLUMNS = ['owner', 'ttl', 'class', 'type'] as const

const lengthIn = (text: string, word: Word | undefined): number =>
  word ? slice(text, word.span).length : 0

function formatEntry(entry: ZoneEntry, text: string, columns: Columns): string[] {
  if (entry.kind === 'blank' || !entry.sound) return asTyped(entry.lines, text)
  if (entry.kind === 'directive') return [formatDirective(entry, text)]
  return entry.parts ? formatRecord(entry, entry.parts, text, columns) : asTyped(entry.lines, text)
}

/** Without white space at the end, which no one sees; but never without an escaped one. */
const asTyped = (lines: readonly Line[], text: string): string[] =>
  lines.map(({ span: at, tokens }) => {
    const line = slice(text, at)
    return tokens.length ? line.slice(0, endOf(tokens.at(-1)!.span, text) - at.from) : ''
  })

const endOf = (at: Span, text: string): number =>
  text[at.from] === ';' ? at.from + slice(text, at).trimEnd().length : at.to

const formatDirective = (entry: ZoneEntry, text: string): string => {
  const words = wordsOf(entry, text).map((word) => slice(text, word.span))
  const comments = entry.lines.flatMap((line) => commentOf(line, text) ?? [])
  return [words.join(' '), ...comments].join('  ')
}

const commentOf = ({ tokens }: Line, text: string): string | undefined => {
  const last = tokens.at(-1)
  return last?.kind === 'comment' ? slice(text, last.span).trimEnd() : undefined
}

function formatRecord(
  entry: ZoneEntry,
  parts: RecordParts,
  text: string,
  columns: Columns,
): string[] {
  const head = formatHead(parts, text, columns)
  const rows = entry.lines.map((line) => rowOf(line, parts.type.span.to, text))
  if (rows.length === 1) return [withComment(join(head, rows[0]!.words), rows[0]!)]
  const indent = ' '.repeat(head.length)
  const bodies = rows.map(({ words, comment }, at) => {
    if (at === 0) return join(head, words, '(')
    if (at === rows.length - 1) return join(indent, words, ')')
    return words || comment ? join(indent, words) : ''
  })
  const width = bodies.reduce((widest, body) => Math.max(widest, body.length), 0)
  return bodies.map((body, at) =>
    withComment(rows[at]!.comment ? body.padEnd(width) : body, rows[at]!),
  )
}

function formatHead(parts: RecordParts, text: string, columns: Columns): string {
  const cells = COLUMNS.filter((column) => columns[column] > 0 || column === 'owner').map(
    (column) => {
      const word = parts[column]
      return (word ? slice(text, word.span) : '').padEnd(columns[column])
    },
  )
  return cells.join(' ')
}

interface Row {
  readonly words: string
  readonly comment: string
  /** Whether the comment stands right behind a tag, which may well have been meant as text. */
  readonly glued: boolean
}

function rowOf(line: Line, dataFrom: number, text: string): Row {
  const words = line.tokens.filter((token) => isWord(token) && token.span.from >= dataFrom)
  const last = words.at(-1)
  const comment = line.tokens.at(-1)?.kind === 'comment' ? line.tokens.at(-1)!.span : undefined
  return {
    words: spaced(words, text),
    comment: commentOf(line, text) ?? '',
    glued:
      last !== undefined && last.span.to === comment?.from && slice(text, last.span).includes('='),
  }
}

/** One space between words; none where there was none: `alpn="h2"` is one parameter. */
const spaced = (words: readonly Token[], text: string): string =>
  words
    .map((word, at) => {
      const glued = at === 0 || words[at - 1]!.span.to === word.span.from
      return (glued ? '' : ' ') + slice(text, word.span)
    })
    .join('')

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ')

const withComment = (body: string, { comment, glued }: Row): string =>
  comment ? `${body}${glued ? '' : '  '}${comment}` : body
