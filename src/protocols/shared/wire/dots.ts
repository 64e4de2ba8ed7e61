import { addToRope, emptyRope, ropeBytes } from './rope.ts'

const LF = 10
const CR = 13
const DOT = 46

/**
 * A message as a client sends it after `354`: each line that begins with a dot gets one more
 * (RFC 5321 §4.5.2), a missing final CRLF is added, and the lone dot ends it (§4.1.1.4).
 */
export function stuffDots(message: Uint8Array): Uint8Array {
  const dot = Uint8Array.of(DOT)
  let sent = emptyRope
  let from = 0
  for (let at = message.indexOf(DOT); at >= 0; at = message.indexOf(DOT, at + 1)) {
    if (!beginsLine(message, at)) continue
    sent = addToRope(addToRope(sent, message.subarray(from, at)), dot)
    from = at
  }
  sent = addToRope(sent, message.subarray(from))
  if (!beginsLine(message, message.length)) sent = addToRope(sent, Uint8Array.of(CR, LF))
  return ropeBytes(addToRope(sent, Uint8Array.of(DOT, CR, LF)))
}

const beginsLine = (message: Uint8Array, at: number): boolean =>
  at === 0 || (message[at - 1] === LF && message[at - 2] === CR)
