import { askDigest, askVerify, type Effect } from '../../core/effects.ts'
import type { Section } from '../../core/section.ts'
import { slice } from '../../core/span.ts'
import { step, type Step } from '../../core/trace.ts'
import type { Message } from '../../message/parse.ts'
import { findKey } from '../dkim/find-key.ts'
import { withoutSignature } from '../dkim/signature.ts'
import type { WholeSet } from './chain.ts'
import type { ArcSeal } from './fields.ts'
import { sealInput } from './seal-input.ts'

/** How one check of the chain went. */
export interface Checked {
  readonly holds: boolean
  readonly reason: string
  readonly trace: Step
}

/** Checks the seal of one set over all sets up to it (RFC 8617 §5.2, step 6). */
export function* checkSeal(
  message: Message,
  set: WholeSet,
  before: readonly WholeSet[],
): Effect<Checked> {
  const steps: Step[] = []
  const { holds, reason } = yield* judge(message, set, before, steps)
  const { field, domain, selector } = set.seal
  const trace = step({
    kind: 'arc/seal',
    text: reason,
    outcome: holds ? 'continue' : 'fail',
    span: field.span,
    source: { rfc: 8617, section: '5.2' },
    facts: { instance: set.instance, domain, selector, result: holds ? 'pass' : 'fail' },
    steps,
  })
  return { holds, reason, trace }
}

function* judge(
  message: Message,
  { instance, results, messageSignature, seal }: WholeSet,
  before: readonly WholeSet[],
  steps: Step[],
): Effect<Pick<Checked, 'holds' | 'reason'>> {
  const { algorithm, domain, selector, field } = seal
  const against = problemStep(seal) ?? refusal(algorithm)
  if (against || !seal.signature) {
    if (against) steps.push(against)
    return { holds: false, reason: against?.text ?? 'The seal cannot be read.' }
  }
  const key = yield* findKey({ algorithm, domain, selector, identityDomain: domain })
  steps.push(...key.steps)
  if (!key.ok) return { holds: false, reason: key.reason }
  const { signature, signatureSpan } = seal.signature
  const raw = [results, messageSignature].map((one) => slice(message.text, one.field.span))
  const own = withoutSignature(message.text, field.span, signatureSpan)
  const input = sealInput(message.text, before, [raw[0]!, raw[1]!], own)
  const isEd25519 = algorithm === 'ed25519-sha256'
  // RFC 8463 §3: Ed25519 signs the hash, RSA hashes by itself.
  const data = isEd25519 ? yield* askDigest('sha-256', input) : input
  const known = isEd25519 ? 'ed25519-sha256' : 'rsa-sha256'
  const holds = yield* askVerify({ algorithm: known, key: key.key, data, signature })
  if (holds)
    return {
      holds,
      reason: `\`${domain}\` sealed the chain up to set ${instance}, and its ARC fields are unchanged.`,
    }
  return {
    holds: false,
    reason: `The seal of set ${instance} does not fit: an ARC field was changed, or the key is not the one that sealed.`,
  }
}

/** What stands against a signature's own form, as a step. */
export function problemStep({ problem }: Pick<ArcSeal, 'problem'>): Step | undefined {
  if (!problem) return undefined
  const { reason: text, source, span } = problem
  return step({ kind: 'arc/parse', text, outcome: 'error', source, span })
}

const refused = (text: string, source: Section): Step =>
  step({ kind: 'arc/refused', text, outcome: 'error', source })

function refusal(algorithm: string): Step | undefined {
  if (algorithm === 'rsa-sha256' || algorithm === 'ed25519-sha256') return undefined
  if (algorithm === 'rsa-sha1')
    return refused('`rsa-sha1` seals count for nothing: SHA-1 has been broken (RFC 8301).', {
      rfc: 8301,
      section: '3.1',
    })
  return refused(`\`a=${algorithm}\` is an algorithm that is not known here.`, {
    rfc: 6376,
    section: '3.3.4',
  })
}
