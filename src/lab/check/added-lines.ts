import { askDigest, type Effect } from '../../core/effects.ts'
import { equalBytes } from '../../core/bytes.ts'
import { canonicalizeBody } from '../../auth/dkim/canonicalize.ts'
import { parseSignature } from '../../auth/dkim/signature.ts'
import type { HeaderField } from '../../message/field.ts'
import { bodyOf, type Message } from '../../message/parse.ts'

/** Lines at the end that are left out in turn, and octets that are hashed in all: limits of ours. */
const MOST = { lines: 60, octets: 4_000_000 } as const

const LF = 0x0a

/**
 * Whether a body is as it was signed but for lines that were added at its end, as lists and gateways do it.
 * @returns Where they begin, in octets of the message; undefined where that does not explain it.
 */
export function* addedLines(message: Message, field: HeaderField): Effect<number | undefined> {
  const parsed = parseSignature(message.text, field.valueSpan)
  if (!parsed.ok || parsed.signature.length !== undefined) return undefined
  const { bodyHash, body: how, algorithm } = parsed.signature
  if (algorithm.endsWith('sha1')) return undefined
  const body = bodyOf(message)
  let end = body.length
  let octets = 0
  for (let lines = 0; lines < MOST.lines; lines++) {
    end = body.lastIndexOf(LF, end - 2) + 1
    octets += end
    if (end <= 0 || octets > MOST.octets) return undefined
    const hash = yield* askDigest('sha-256', canonicalizeBody(body.subarray(0, end), how))
    if (equalBytes(hash, bodyHash)) return message.bodyStart + end
  }
  return undefined
}
