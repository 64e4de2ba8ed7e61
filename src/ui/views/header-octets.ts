import { once } from '../../core/once.ts'

const LF = 10
const CR = 13

/** The octets of a message up to its first empty line, and no more than a list needs: a copy. */
export const headerOctets = once((bytes: Uint8Array): Uint8Array =>
  bytes.slice(0, Math.min(headerEnd(bytes), MAX_HEADER)),
)

/** A longer header is read up to here. */
const MAX_HEADER = 1 << 16

function headerEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1
    if (bytes[next] === LF) return next + 1
  }
  return bytes.length
}
