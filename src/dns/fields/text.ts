import { clip } from '../../core/text/clip.ts'
import { cover, slice, span, type Span } from '../../core/span.ts'
import { replace } from '../zone/problem.ts'
import { unquotedSemicolon, unquotedWords } from '../zone/problems/data.ts'
import type { Word } from '../zone/tokens.ts'
import type { CommentAfter, FieldReader } from './reader.ts'
import { splitString, stringsOf, type Strings } from './strings.ts'
import { wireString, type WireReader } from './wire.ts'

/** Reads the strings of a TXT record and warns of what missing quotes do to them. */
export function readText(fields: FieldReader): Strings | undefined {
  const words = fields.rest('text')
  if (words.length === 0) return undefined
  noteMissingQuotes(words, fields)
  return stringsOf(words, fields)
}

function noteMissingQuotes(words: readonly Word[], fields: FieldReader): void {
  if (fields.isMisread() || words.some(({ quoted, at }) => quoted || at === undefined)) return
  const cut = fields.comments().find((comment) => cutsText(comment, words, fields.text))
  if (cut) reportCut(cut.span, words, fields)
  else if (words.length > 1) reportWords(words, fields)
}

/** A comment right behind a tag, or one that goes on like a tag list, was meant as text. */
function cutsText({ span: at, word }: CommentAfter, words: readonly Word[], text: string): boolean {
  const [first] = words
  if (!word || word.from < first!.span.from || !first!.raw.includes('=')) return false
  return at.from === word.to || /^;\s*[a-z][\w-]*\s*=/i.test(slice(text, at).slice(0, 80))
}

function reportCut(comment: Span, words: readonly Word[], fields: FieldReader): void {
  const at = span(comment.from, comment.from + slice(fields.text, comment).trimEnd().length)
  const whole = cover(words[0]!.span, at)
  fields.report(
    unquotedSemicolon,
    at,
    `\`;\` starts a comment here, so the record ends before it: only \`${clip(words.map(({ raw }) => raw).join(''))}\` is published.`,
    { fixes: quoteFix(whole, fields.text) },
  )
}

function reportWords(words: readonly Word[], fields: FieldReader): void {
  const whole = cover(words[0]!.span, words.at(-1)!.span)
  if (slice(fields.text, whole).includes('\n')) return
  const joined = words.map(({ raw }) => raw).join('')
  fields.report(
    unquotedWords,
    whole,
    `These ${words.length} words are joined without spaces: \`${clip(joined)}\` is published.`,
    { fixes: quoteFix(whole, fields.text) },
  )
}

/** Quotes around a stretch of one line; none where a comment's backslash would become an escape. */
function quoteFix(whole: Span, text: string) {
  const raw = slice(text, whole)
  if (/[\n\\]/.test(raw)) return []
  return [replace('Put the text in quotes', whole, splitString(raw.replaceAll('"', '\\"')))]
}

/** Strings in quotes, with what is not printable escaped. */
export const printStrings = (strings: readonly string[]): readonly string[] =>
  strings.map((string) => `"${string.replace(/[^ !#-[\]-~]/g, escaped)}"`)

const escaped = (character: string): string =>
  character === '"' || character === '\\'
    ? `\\${character}`
    : `\\${String(character.charCodeAt(0)).padStart(3, '0')}`

/** All strings of a record's octets; at least one. */
export function wireStrings(wire: WireReader): readonly string[] | undefined {
  const strings: string[] = []
  while (wire.left() > 0 || strings.length === 0) {
    const string = wireString(wire)
    if (string === undefined) return undefined
    strings.push(string)
  }
  return strings
}
