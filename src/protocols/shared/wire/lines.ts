import { concatBytes } from '../../../core/bytes.ts'

/** The start of a line whose end has not arrived. */
export interface LineBuffer {
  /** At most the limit and one more; of the rest only the size is known. */
  readonly kept: Uint8Array
  /** Octets seen. */
  readonly length: number
}

export const emptyLine: LineBuffer = { kept: new Uint8Array(), length: 0 }

export type LineRead =
  | { readonly ended: false; readonly buffer: LineBuffer }
  | {
      readonly ended: true
      /** Without its line end; cut where it went over what is kept. */
      readonly line: Uint8Array
      /** Octets of the whole line with its line end. */
      readonly length: number
      /** Where the next line begins. */
      readonly next: number
    }

const LF = 10
const CR = 13

/**
 * Reads one command or reply line from `bytes`, starting at `from`. CRLF ends it; so does a bare LF,
 * because servers and clients at large take one here. (In a message it is another matter: data.ts.)
 * @param keep Octets to keep of a line; what follows is dropped, so that no line fills the memory.
 */
export function readLine(
  buffer: LineBuffer,
  bytes: Uint8Array,
  from: number,
  keep: number,
): LineRead {
  const end = bytes.indexOf(LF, from)
  if (end >= 0 && buffer.length === 0 && end - from <= keep) return wholeLine(bytes, from, end)
  const seen = bytes.subarray(from, end < 0 ? bytes.length : end)
  const length = buffer.length + seen.length
  const kept = concatBytes([buffer.kept, seen.subarray(0, Math.max(0, keep - buffer.kept.length))])
  if (end < 0) return { ended: false, buffer: { kept, length } }
  const line = kept.at(-1) === CR && kept.length === length ? kept.subarray(0, -1) : kept
  return { ended: true, line, length: length + 1, next: end + 1 }
}

/** A line that came in one piece, as nearly all do: it is not copied. */
function wholeLine(bytes: Uint8Array, from: number, end: number): LineRead {
  const stop = end > from && bytes[end - 1] === CR ? end - 1 : end
  return { ended: true, line: bytes.subarray(from, stop), length: end - from + 1, next: end + 1 }
}
