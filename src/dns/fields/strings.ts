import { fromStrictUtf8, fromUtf8, latin1 } from '../../core/bytes.ts'
import { isAscii } from '../../core/idna.ts'
import { mappedTextBuilder, type MappedText } from '../../core/mapped-text.ts'
import { cover, span, type Span } from '../../core/span.ts'
import { unescape, type Piece } from '../escapes.ts'
import { partOf } from '../zone/name-problems.ts'
import { replace } from '../zone/problem.ts'
import { nonAsciiText, stringTooLong } from '../zone/problems/data.ts'
import { badEscape } from '../zone/problems/text.ts'
import type { Word } from '../zone/tokens.ts'
import type { FieldReader } from './reader.ts'

/** RFC 1035 §3.3: a character-string's length is one octet. */
export const MAX_STRING = 255

export interface Strings {
  /** One UTF-16 unit an octet. */
  readonly strings: readonly string[]
  readonly text: MappedText
}

/** Words as strings: quotes and escapes undone, joined without a space. At least one word. */
export function stringsOf(words: readonly Word[], fields: FieldReader): Strings | undefined {
  const strings = words.map((word) => readString(word))
  const sound = words.map((word, at) => checkString(word, strings[at]!, fields)).every(Boolean)
  if (!fields.isMisread()) noteWide(words, fields)
  if (!sound) return undefined
  const text = joinStrings(words)
  return { strings, text: fields.isMisread() ? { ...text, isMisread: true } : text }
}

/** The text of words joined as strings, in characters, and where each part stands. At least one word. */
export function joinStrings(words: readonly Word[]): MappedText {
  const parts: TextPart[] = []
  for (const word of words) readString(word, (octets, source) => parts.push({ octets, source }))
  const builder = mappedTextBuilder()
  for (const { octets, source } of inCharacters(parts)) builder.add(octets, source)
  const text = builder.build()
  const placed = text.text ? text : emptyAt(cover(words[0]!.span, words.at(-1)!.span))
  return words.every(({ quoted }) => quoted) ? placed : { ...placed, isBare: true }
}

/** Octets, one UTF-16 unit each, and where they stand. */
interface TextPart {
  readonly octets: string
  readonly source: Span
}

/**
 * The parts with the characters that their octets spell in UTF-8, even where each octet is written
 * as an escape, or one string ends within a character. Octets that spell none become U+FFFD.
 */
function inCharacters(parts: readonly TextPart[]): readonly TextPart[] {
  if (parts.every(({ octets }) => isAscii(octets))) return parts
  const whole: TextPart[] = []
  for (let at = 0; at < parts.length;) {
    const { octets, source } = parts[at]!
    const count = isAscii(octets) ? 1 : partsOfCharacter(parts, at)
    const last = parts[at + count - 1]!
    const text = parts
      .slice(at, at + count)
      .map((part) => part.octets)
      .join('')
    whole.push({
      octets: isAscii(octets) ? octets : fromUtf8(latin1(text)),
      source: cover(source, last.source),
    })
    at += count
  }
  return whole
}

/** How many parts, from `at` on, spell one character beyond ASCII; 1 where they spell none. */
function partsOfCharacter(parts: readonly TextPart[], at: number): number {
  let octets = ''
  for (let count = 1; count <= MAX_OCTETS && at + count <= parts.length; count++) {
    const next = parts[at + count - 1]!.octets
    if (isAscii(next)) return 1
    octets += next
    if (fromStrictUtf8(latin1(octets)) !== undefined) return count
  }
  return 1
}

/** Of one character in UTF-8. */
const MAX_OCTETS = 4

/** An empty text still stands somewhere: at its empty quotes. */
const emptyAt = ({ from, to }: Span): MappedText => ({ text: '', runs: [{ at: 0, from, to }] })

/** One word as octets, each part reported to `add` with where it stands. */
export function readString(word: Word, add?: (octets: string, at: Span) => void): string {
  if (AS_WRITTEN.test(word.raw)) {
    add?.(word.raw, partOf(word, span(0, word.raw.length)))
    return word.raw
  }
  let text = ''
  for (const piece of unescape(word.raw)) {
    text += piece.octets
    add?.(piece.octets, partOf(word, span(piece.from, piece.to)))
  }
  return text
}

/** ASCII without a backslash stands for itself. */
// eslint-disable-next-line no-control-regex -- ASCII is meant from its first character on.
const AS_WRITTEN = /^[\u0000-[\]-\u007f]+$/

function checkString(word: Word, octets: string, fields: FieldReader): boolean {
  const broken = brokenIn(word)
  for (const piece of broken)
    fields.report(
      badEscape,
      partOf(word, span(piece.from, piece.to)),
      'A backslash needs one character or three digits up to 255 behind it.',
      { fixes: word.at === undefined ? [] : [doubleBackslash(word.at + piece.from)] },
    )
  if (octets.length > MAX_STRING) reportLong(word, octets.length, fields)
  return broken.length === 0 && octets.length <= MAX_STRING
}

const brokenIn = (word: Word): readonly Piece[] =>
  word.raw.includes('\\') ? [...unescape(word.raw)].filter(({ kind }) => kind === 'broken') : []

const doubleBackslash = (at: number) => replace('Write `\\\\` for a backslash', span(at, at), '\\')

function reportLong(word: Word, octets: number, fields: FieldReader): void {
  fields.report(
    stringTooLong,
    word.span,
    `This string has ${octets} octets; ${MAX_STRING} is the most. One record may have several strings.`,
    { fixes: [replace('Split it', word.span, splitString(word.raw))] },
  )
}

/** A raw text as quoted strings of at most 255 octets. */
export function splitString(raw: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  const add = (text: string, count: number): void => {
    if (octets + count > MAX_STRING) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += text
    octets += count
  }
  for (const piece of unescape(raw)) {
    if (piece.kind !== 'plain') add(raw.slice(piece.from, piece.to), piece.octets.length)
    else for (const character of piece.octets) add(character, 1)
  }
  return [...parts, part].map((text) => `"${text}"`).join(' ')
}

/** Reports once for a record that its characters beyond ASCII are stored as octets. */
function noteWide(words: readonly Word[], fields: FieldReader): void {
  for (const word of words) {
    // eslint-disable-next-line no-control-regex -- ASCII is meant from its first character on.
    const found = /[^\u0000-\u007f]+/.exec(word.raw)
    if (!found) continue
    fields.report(
      nonAsciiText,
      partOf(word, span(found.index, found.index + found[0].length)),
      `\`${found[0]}\` is stored as the octets of its UTF-8 form. Readers of mail records expect ASCII.`,
    )
    return
  }
}
