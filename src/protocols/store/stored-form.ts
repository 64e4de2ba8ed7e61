import { concatBytes } from '../../core/bytes.ts'

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
  let from = 0
  for (let at = nextControl(text, 0); at < text.length; at = nextControl(text, at + 1)) {
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

function nextControl(text: Uint8Array, from: number): number {
  for (let at = from; at < text.length; at++) {
    const octet = text[at]!
    // One comparison for nearly every octet of a text.
    if (octet <= CR && (octet === CR || octet === LF || octet === NUL)) return at
  }
  return text.length
}
