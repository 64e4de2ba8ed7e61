import { readable } from './texts.ts'
import type { StatusText } from './data.ts'

/**
 * The text behind OK, NO, BAD, BYE and PREAUTH: a code in brackets, and words for people
 * (RFC 9051 §7.1). Never fails: what is no code is text.
 * @param written With the space before it.
 */
export function statusText(written: string): StatusText {
  const rest = written.replace(/^ /, '')
  const found = /^\[([A-Za-z][A-Za-z0-9-]*)(?: ((?:[^\]"]|"(?:[^"\\]|\\.)*")*))?\] ?/.exec(rest)
  if (!found) return { text: readable(rest) }
  const [whole, name, argument = ''] = found
  return {
    code: { name: name!.toUpperCase(), argument },
    text: readable(rest.slice(whole.length)),
  }
}
