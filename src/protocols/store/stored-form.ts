import { concatBytes } from '../../core/bytes.ts'
import { nextControl } from '../shared/wire/next-control.ts'

const NUL = 0
const LF = 10
const CR = 13
const CRLF = Uint8Array.of(CR, LF)

/**
 * A text as mailboxes keep it, whichever way it came in: every line ends with CRLF (a lone CR or LF
 * becomes one) and there is no NUL (RFC 5322 §2.3, §4). So IMAP and POP3 send the same octets.
 * Binary content, by BINARYMIME or in a literal8, is kept as it came and must not be given here.
 * @returns The same array where nothing is to change.
 */
export function storedForm(text: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  const { length: end } = text
  let from = 0
  for (let at = nextControl(text, 0, end); at < end; at = nextControl(text, at + 1, end)) {
    if (text[at] === CR && text[at + 1] === LF) {
      at++
      continue
    }
    parts.push(text.subarray(from, at))
    if (text[at] !== NUL) parts.push(CRLF)
    from = at + 1
  }
  return from === 0 ? text : concatBytes([...parts, text.subarray(from)])
}
