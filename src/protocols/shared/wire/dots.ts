import { concatBytes } from '../../../core/bytes.ts'

const LF = 10
const CR = 13
const DOT = 46

/**
 * A message as a client sends it after `354`: each line that begins with a dot gets one more
 * (RFC 5321 §4.5.2), a missing final CRLF is added, and the lone dot ends it (§4.1.1.4).
 */
export const stuffDots = (message: Uint8Array): Uint8Array =>
  concatBytes([...stuffedPieces(message, Infinity)])

/** The same, made piece by piece. @param size Octets of the message in each. */
export function* stuffedPieces(message: Uint8Array, size: number): Generator<Uint8Array, void> {
  for (let from = 0; from < message.length; from += size)
    yield stuffRange(message, from, Math.min(from + size, message.length))
  yield beginsLine(message, message.length) ? LONE_DOT : CRLF_AND_DOT
}

const LONE_DOT = Uint8Array.of(DOT, CR, LF)
const CRLF_AND_DOT = Uint8Array.of(CR, LF, DOT, CR, LF)

/** Whether a line begins is seen in the whole message: a piece may be cut anywhere. */
function stuffRange(message: Uint8Array, start: number, end: number): Uint8Array {
  const piece = message.subarray(start, end)
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = piece.indexOf(DOT); at >= 0; at = piece.indexOf(DOT, at + 1)) {
    if (!beginsLine(message, start + at)) continue
    parts.push(piece.subarray(from, at), ONE_DOT)
    from = at
  }
  return concatBytes([...parts, piece.subarray(from)])
}

const ONE_DOT = Uint8Array.of(DOT)

const beginsLine = (message: Uint8Array, at: number): boolean =>
  at === 0 || (message[at - 1] === LF && message[at - 2] === CR)
