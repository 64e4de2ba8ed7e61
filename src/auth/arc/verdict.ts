import type { Span } from '../../core/span.ts'
import type { Step } from '../../core/trace.ts'
import type { AuthenticationResults } from '../results/parse.ts'

/** The state of a chain (RFC 8617 §4.4). */
export type ChainStatus = 'none' | 'pass' | 'fail'

/** What became of one signature. `not-checked`: the judgement had ended before. */
export type ArcResult = 'pass' | 'fail' | 'not-checked'

export interface ArcVerdict {
  readonly status: ChainStatus
  /**
   * The oldest ARC-Message-Signature that still holds, 0 where all do (RFC 8617 §5.2, step 5).
   * Absent where it was not found out.
   */
  readonly oldestPass?: number
  /** By instance, from the first handler to the last. */
  readonly sets: readonly ArcSetVerdict[]
  /** One sentence: what came of it and why. */
  readonly reason: string
  readonly trace: Step
}

/** One handler's part of the chain. */
export interface ArcSetVerdict {
  readonly instance: number
  /** What the handler found when the message came to it; absent where the field is missing. */
  readonly results?: AuthenticationResults
  readonly messageSignature: ArcSignatureVerdict
  readonly seal: ArcSealVerdict
}

export interface ArcSignatureVerdict {
  readonly result: ArcResult
  /** `d=` and `s=`; empty where they are missing. */
  readonly domain: string
  readonly selector: string
  /** One sentence; absent where it was not checked. */
  readonly reason?: string
  /** The whole header field; absent where it is missing. */
  readonly field?: Span
}

export interface ArcSealVerdict extends ArcSignatureVerdict {
  /** `cv=`, as written: what the handler reports about the chain before it. */
  readonly chainStatus: string
}
