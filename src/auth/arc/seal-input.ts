import { latin1 } from '../../core/bytes.ts'
import { slice } from '../../core/span.ts'
import { canonicalizeField } from '../dkim/canonicalize.ts'
import type { WholeSet } from './chain.ts'

/**
 * What a seal signs (RFC 8617 §5.1.1): the fields of each set up to its own, first to last, in
 * relaxed form; then itself with an empty `b=` and no CRLF at its end.
 * @param before The sets below the seal's own, ascending.
 * @param own The results and the message signature of the seal's own set, as they stand there.
 * @param seal The seal's field with an empty `b=`.
 */
export function sealInput(
  text: string,
  before: readonly WholeSet[],
  own: readonly [results: string, messageSignature: string],
  seal: string,
): Uint8Array {
  const signed = before.flatMap((set) =>
    [set.results, set.messageSignature, set.seal].map(({ field }) => slice(text, field.span)),
  )
  const lines = [...signed, ...own].map((raw) => canonicalizeField(raw, 'relaxed'))
  return latin1(lines.join('') + canonicalizeField(seal, 'relaxed').slice(0, -2))
}
