import { utf8 } from '../core/bytes.ts'
import { encodeBase64 } from '../core/base64.ts'
import { trimWhiteEnd } from './white.ts'

/** Characters of an encoded word with its delimiters, and of a line that holds one (RFC 2047 §2). */
export const MAX_WORD = 75
export const MAX_ENCODED_LINE = 76

const OPEN = '=?utf-8?'
const DELIMITERS = `${OPEN}Q?`.length + '?='.length

/** Where the words stand: a phrase allows fewer characters unencoded (RFC 2047 §5). */
export type Setting = 'text' | 'phrase'

/**
 * Encodes what is not ASCII in a text (RFC 2047), in UTF-8, each word at most 75 characters and no
 * character cut in two. Words before the first and behind the last of them stay as they are.
 * @param column Characters that stand on the line before the text.
 */
export function encodeWords(text: string, setting: Setting = 'text', column = 0): string {
  const words = text.split(/(?<=[ \t])(?=[^ \t])/)
  const first = words.findIndex(needsEncoding)
  if (first < 0) return text
  const last = words.findLastIndex(needsEncoding)
  const before = words.slice(0, first).join('')
  const inside = words.slice(first, last + 1).join('')
  const core = trimWhiteEnd(inside)
  const after = inside.slice(core.length) + words.slice(last + 1).join('')
  // A fold can stand between what is before and the first word, so only a lone one is short.
  return before + encodeRun(core, setting, before === '' ? column : 0) + after
}

/** Control characters would not survive; `=?` would be read as an encoded word. */
const needsEncoding = (word: string): boolean => /[^\x20-\x7e\t]|=\?/.test(word)

function encodeRun(text: string, setting: Setting, column: number): string {
  const characters = [...text]
  const q = characters.map((character) => encodeQ(character, setting))
  // RFC 2047 §4: Q where most of it is ASCII, so that people can still read it.
  const isMostlyPlain = q.filter((one) => one.length > 1).length * 2 <= characters.length
  const room = (at: number): number =>
    at === 0 ? Math.max(20, MAX_ENCODED_LINE - column) : MAX_WORD
  return (isMostlyPlain ? cutQ(q, room) : cutB(text, room)).join(' ')
}

/** RFC 2047 §4.2, and §5 rule 3 for phrases: only letters, digits and `!*+-/` stay. */
function encodeQ(character: string, setting: Setting): string {
  if (character === ' ') return '_'
  const plain = setting === 'phrase' ? /^[A-Za-z0-9!*+\-/]$/ : /^[!-<>@-^`-~]$/
  if (plain.test(character)) return character
  return Array.from(
    utf8(character),
    (octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')
}

type Room = (word: number) => number

function cutQ(characters: readonly string[], room: Room): string[] {
  const words: string[] = []
  let word = ''
  for (const character of characters) {
    if (
      word !== '' &&
      DELIMITERS + word.length + character.length > Math.min(MAX_WORD, room(words.length))
    ) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((one) => `${OPEN}Q?${one}?=`)
}

function cutB(text: string, room: Room): string[] {
  const words: string[] = []
  let word = ''
  let octets = 0
  for (const character of text) {
    const more = utf8(character).length
    const length = DELIMITERS + Math.ceil((octets + more) / 3) * 4
    if (word !== '' && length > Math.min(MAX_WORD, room(words.length))) {
      words.push(word)
      word = ''
      octets = 0
    }
    word += character
    octets += more
  }
  return [...words, word].map((one) => `${OPEN}B?${encodeBase64(utf8(one))}?=`)
}
