import { span } from '../../../core/span.ts'
import type { Message } from '../../../message/parse.ts'
import type { Canonicalization } from '../canonicalize.ts'
import { bodyKind } from './body-kind.ts'
import { commonEnd, commonStart } from './common.ts'
import type { Difference } from './difference.ts'
import { mapBody } from './mapped.ts'

/**
 * Where a body is first other than the one that was signed; `undefined` where both hash alike.
 * @param limit Octets of the canonical body that are signed (`l=`); all by default.
 */
export function compareBodies(
  original: Message,
  received: Message,
  how: Canonicalization,
  limit = Infinity,
): Difference | undefined {
  const before = mapBody(original.text, original.bodyStart, how)
  const after = mapBody(received.text, received.bodyStart, how)
  const [a, b] = [before.text.slice(0, limit), after.text.slice(0, limit)]
  if (a === b) return undefined
  const first = commonStart(a, b)
  const same = commonEnd(a, b, first)
  const { kind, text } = bodyKind(original, received, a, b, first)
  return {
    kind,
    where: 'body',
    canonical: first,
    original: spanOf(before.at(first), before.at(a.length - same)),
    received: spanOf(after.at(first), after.at(b.length - same)),
    text,
  }
}

const spanOf = (from: number, to: number) => span(from, Math.max(from, to))
