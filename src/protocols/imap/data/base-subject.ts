import { displayValue } from '../../../message/field.ts'

/** What is left of a subject when `Re:`, `Fwd:`, `[list]` and their like are gone (RFC 5256 §2.1). */
export interface BaseSubject {
  readonly base: string
  /** Whether a mark of a reply or a forward was removed (§3, REFERENCES). */
  readonly isReply: boolean
}

/** @param value The field's octets, unfolded; encoded words are decoded here (step 1). */
export function baseSubject(value: string): BaseSubject {
  let base = displayValue({ value }).replace(/[\t\r\n ]+/g, ' ')
  let isReply = false
  for (;;) {
    const trimmed = withoutTrailers(base)
    const led = withoutLeaders(trimmed.text)
    isReply ||= trimmed.isForward || led.isReply
    const inner = insideForward(led.text)
    if (inner === undefined) return { base: led.text, isReply }
    isReply = true
    base = inner
  }
}

/** Step 2: `(fwd)` and white space at the end, again and again. */
function withoutTrailers(text: string): { readonly text: string; readonly isForward: boolean } {
  let end = text.length
  let isForward = false
  for (;;) {
    while (text[end - 1] === ' ') end--
    if (text.slice(Math.max(0, end - 5), end).toLowerCase() !== '(fwd)')
      return { text: text.slice(0, end), isForward }
    end -= 5
    isForward = true
  }
}

/** `subj-refwd`: `Re:`, `Fw [x]:` (§5). */
const REPLY = /(?:re|fwd?) *(?:\[[^[\]]*\] *)?:/iy
const BLOB = /\[[^[\]]*\] */y

/** Steps 3 to 5. A blob goes as long as something is left behind it. */
function withoutLeaders(text: string): { readonly text: string; readonly isReply: boolean } {
  let start = 0
  let isReply = false
  for (;;) {
    while (text[start] === ' ') start++
    const blobs = blobsFrom(text, start)
    const reply = matchEnd(REPLY, text, blobs.end)
    if (reply === undefined)
      return { text: text.slice(blobs.end < text.length ? blobs.end : blobs.last), isReply }
    isReply = true
    start = reply
  }
}

/** Where a row of blobs ends, and where the last of them begins. */
function blobsFrom(text: string, start: number): { readonly end: number; readonly last: number } {
  let [end, last] = [start, start]
  for (let next = matchEnd(BLOB, text, end); next !== undefined; next = matchEnd(BLOB, text, end))
    [last, end] = [end, next]
  return { end, last }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Step 6: `[fwd: … ]` around all of it. */
const insideForward = (text: string): string | undefined =>
  /^\[fwd:/i.test(text) && text.endsWith(']') ? text.slice(5, -1) : undefined
