import { concatBytes } from '../../../core/bytes.ts'

/**
 * Octets that arrive in pieces. A value: adding makes a new rope that shares the old one, at the
 * same cost however long it has become.
 */
export interface Rope {
  readonly length: number
  readonly last?: Uint8Array
  readonly before?: Rope
}

export const emptyRope: Rope = { length: 0 }

/** The piece is kept, not copied. */
export const addToRope = (rope: Rope, piece: Uint8Array): Rope =>
  piece.length === 0 ? rope : { length: rope.length + piece.length, last: piece, before: rope }

/** All octets in one piece: the very piece that was added, if there is only one. */
export function ropeBytes(rope: Rope): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let at: Rope | undefined = rope; at?.last; at = at.before) pieces.push(at.last)
  const [only] = pieces
  return only && pieces.length === 1 ? only : concatBytes(pieces.reverse())
}
