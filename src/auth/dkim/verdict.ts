import type { Outcome, Step } from '../../core/trace.ts'
import type { Span } from '../../core/span.ts'

/** As RFC 8601 §2.7.1 names them. */
export type DkimResult = 'pass' | 'fail' | 'neutral' | 'permerror' | 'temperror' | 'policy'

export interface DkimVerdict {
  /** The best of all signatures; `none` where there is no signature. */
  readonly result: DkimResult | 'none'
  /** In the order of the message. */
  readonly signatures: readonly SignatureVerdict[]
  readonly reason: string
  readonly trace: Step
}

export interface SignatureVerdict {
  readonly result: DkimResult
  /** `d=`; empty where it is missing. */
  readonly domain: string
  readonly selector: string
  /** `i=`, or `@` and the domain. */
  readonly identity: string
  readonly algorithm: string
  /** `too-short`: the body has fewer octets than `l=` states. */
  readonly bodyHash: 'match' | 'differs' | 'too-short' | 'not-checked'
  readonly headerSignature: 'holds' | 'broken' | 'not-checked'
  /** The key record states that the domain only tests DKIM (`t=y`). */
  readonly testing: boolean
  /** Unsigned octets of the body behind `l=`. */
  readonly unsignedOctets: number
  /** The base64 of `b=`, for reports. */
  readonly signature: string
  /** The whole header field. */
  readonly field: Span
  /** One sentence: what came of it and why. */
  readonly reason: string
  readonly trace: Step
}

/** From the best to the worst: one good signature is enough (RFC 6376 §6.1). */
const RANK: readonly DkimResult[] = ['pass', 'temperror', 'fail', 'policy', 'permerror', 'neutral']

export function bestOf(signatures: readonly SignatureVerdict[]): SignatureVerdict | undefined {
  return [...signatures].sort((a, b) => RANK.indexOf(a.result) - RANK.indexOf(b.result))[0]
}

export const outcomeOf = (result: DkimResult | 'none'): Outcome =>
  result === 'pass' ? 'pass' : result === 'none' ? 'note' : result === 'fail' ? 'fail' : 'error'
