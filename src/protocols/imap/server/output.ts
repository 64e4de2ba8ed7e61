import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { stretch, type Work } from '../../shared/work.ts'
import { SEND_CHUNK } from '../limits.ts'
import type { SendEffect } from '../../shared/turn.ts'

/** What goes out, in pieces: octets, or strings in which each unit is one octet. */
export type Output = readonly (string | Uint8Array)[]

/** The octets of a text, one UTF-16 unit each. */
export const octetsOf = (text: string): string =>
  /^[\x00-\x7f]*$/.test(text) ? text : fromLatin1(utf8(text)) // eslint-disable-line no-control-regex

/** Pieces as effects; short ones go out together, and what is long goes in several. */
export function sendAll(output: Output): SendEffect[] {
  const [only] = output
  // Nearly all answers are of one line.
  if (output.length === 1 && typeof only === 'string' && only !== '' && only.length < SEND_CHUNK)
    return [{ type: 'send', bytes: latin1(only) }]
  const effects: SendEffect[] = []
  for (const bytes of chunksOf(output)) effects.push({ type: 'send', bytes })
  return effects
}

/** The same, each chunk made when it is asked for. */
export function* chunksOf(output: Iterable<Output[number]>): Generator<Uint8Array, void> {
  let text = ''
  for (const piece of output) {
    if (piece === PAUSE) yield piece
    else if (typeof piece === 'string') text += piece
    else if (piece.length <= SMALL) text += fromLatin1(piece)
    else {
      if (text !== '') yield latin1(text)
      text = ''
      for (let at = 0; at < piece.length; at += SEND_CHUNK) yield piece.slice(at, at + SEND_CHUNK)
    }
    if (text.length < SEND_CHUNK) continue
    yield latin1(text)
    text = ''
  }
  if (text !== '') yield latin1(text)
}

/** In a stream: nothing to send yet, and others have their turn. */
const PAUSE = new Uint8Array()

/** What the work comes to: at once where it is short, else as a stream that pauses between stretches. */
export function outputOf(work: Work<Output>): {
  readonly now: Output
  readonly later?: Iterable<Output[number]>
} {
  const first = stretch(work)
  return first.done ? { now: first.value } : { now: [], later: inStretches(work) }
}

function* inStretches(work: Work<Output>): Generator<Output[number]> {
  for (;;) {
    const next = stretch(work)
    if (next.done) return yield* next.value
    yield PAUSE
  }
}

/** Octets that are cheaper to copy than to send alone. */
const SMALL = 16_384

export const quote = (octets: string): string => `"${octets.replace(/["\\]/g, '\\$&')}"`
