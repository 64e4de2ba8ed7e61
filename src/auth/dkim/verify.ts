import type { Effect } from '../../core/effects.ts'
import { step } from '../../core/trace.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { bestOf, outcomeOf, type DkimVerdict, type SignatureVerdict } from './verdict.ts'
import { verifySignature } from './verify-signature.ts'

export type { DkimResult, DkimVerdict, SignatureVerdict } from './verdict.ts'

/** Signatures that are tried; a limit that RFC 6376 §6.1 leaves to the verifier. */
export const MAX_SIGNATURES = 10

export interface VerifyOptions {
  /** Milliseconds since 1970: signatures may have an end. */
  readonly now: number
}

/**
 * Checks every DKIM signature of a message (RFC 6376 §6). Each stands for itself; the verdict's
 * result is the best of them.
 */
export function* verifyDkim(message: Message, options: VerifyOptions): Effect<DkimVerdict> {
  const fields = fieldsNamed(message, 'DKIM-Signature')
  if (fields.length === 0) return UNSIGNED
  const signatures: SignatureVerdict[] = []
  for (const field of fields.slice(0, MAX_SIGNATURES))
    signatures.push(yield* verifySignature(message, field, options.now))
  return verdictOf(fields.length, signatures)
}

/** @param count Signatures that the message carries. */
function verdictOf(count: number, signatures: readonly SignatureVerdict[]): DkimVerdict {
  const best = bestOf(signatures)
  const result = best?.result ?? 'none'
  const reason = best?.reason ?? 'The message carries no DKIM signature.'
  const skipped = count - signatures.length
  const trace = step({
    kind: 'dkim',
    text: skipped > 0 ? `${reason} ${skipped} more signatures were not looked at.` : reason,
    outcome: outcomeOf(result),
    source: { rfc: 6376, section: '6.1' },
    facts: { result, signatures: count },
    steps: signatures.map((signature) => signature.trace),
  })
  return { result, signatures, reason, trace }
}

const UNSIGNED = verdictOf(0, [])
