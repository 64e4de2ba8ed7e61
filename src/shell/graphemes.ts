/** Steps through a text by what a person sees as one character. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Units looked at around a position: longer clusters are taken apart. Keeps each step short. */
const WINDOW = 512

const isAscii = (unit: string | undefined): boolean => unit !== undefined && unit < '\x7f'

/** The position before the character that ends at `at`. */
export function previousGrapheme(text: string, at: number): number {
  if (at <= 1) return 0
  if (isAscii(text[at - 1])) return at - 1
  const from = surelyStart(text, at)
  let last = from
  for (const { index } of segmenter.segment(text.slice(from, at))) last = from + index
  return last
}

/** The nearest place before `at` where some character begins, whatever stands before it. */
function surelyStart(text: string, at: number): number {
  const limit = Math.max(0, at - WINDOW)
  let start = previousCodePoint(text, at)
  while (start > limit) {
    const before = previousCodePoint(text, start)
    if (isAlone(text, start) && !JOINS.test(text.slice(before, start))) return start
    start = before
  }
  return start
}

const previousCodePoint = (text: string, at: number): number =>
  at > 1 && isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2)) ? at - 2 : at - 1

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether the code point there can begin a character, and does not pair up as flags do. */
const isAlone = (text: string, at: number): boolean =>
  !TAIL.test(String.fromCodePoint(text.codePointAt(at)!))

/** Marks, joiners, skin tones, the later jamo of a Hangul syllable, and halves of flags. */
const TAIL = /[\p{M}\p{Cf}\p{EMod}\p{RI}\u1160-\u11ff\uac00-\ud7ff]/u
/** What may hold on to the character behind it. */
const JOINS = /[\p{M}\p{Cf}\u1100-\u11ff]$/u

/** The position behind the character that starts at `at`. */
export function nextGrapheme(text: string, at: number): number {
  if (at >= text.length) return text.length
  if (isAscii(text[at]) && (at + 1 === text.length || isAscii(text[at + 1]))) return at + 1
  const first = segmenter.segment(text.slice(at, at + WINDOW)).containing(0)
  return at + (first?.segment.length ?? 1)
}

const isWordUnit = (unit: string | undefined): boolean =>
  unit !== undefined && /[\p{L}\p{N}\p{M}_\ud800-\udfff]/u.test(unit)

/** Where the word at or before the position starts: letters and digits. */
export function wordStart(text: string, at: number): number {
  let to = at
  while (to > 0 && !isWordUnit(text[to - 1])) to--
  while (to > 0 && isWordUnit(text[to - 1])) to--
  return to
}

/** Where the word at or behind the position ends. */
export function wordEnd(text: string, at: number): number {
  let to = at
  while (to < text.length && !isWordUnit(text[to])) to++
  while (to < text.length && isWordUnit(text[to])) to++
  return to
}

/** Where the run without spaces before the position starts, as Ctrl-W takes it. */
export function blankWordStart(text: string, at: number): number {
  let to = at
  while (to > 0 && text[to - 1] === ' ') to--
  while (to > 0 && text[to - 1] !== ' ') to--
  return to
}
