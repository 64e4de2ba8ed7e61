import type { Canonicalization } from '../../../src/auth/dkim/canonicalize.ts'

export type Algorithm = 'rsa-sha256' | 'ed25519-sha256'

/** A message, and how it is to be signed. */
export interface DkimCase {
  readonly id: number
  /** One UTF-16 unit an octet, with CRLF. */
  readonly message: string
  readonly algorithm: Algorithm
  readonly header: Canonicalization
  readonly body: Canonicalization
  /** Names for `h=`. */
  readonly fields: readonly string[]
  readonly identity?: string
  /** Whether `l=` is written: all of the body as it is, so that more may follow. */
  readonly counted: boolean
  /** Seed of what is changed once it is signed. */
  readonly seed: number
}

/** A signed message, as it came from the signer or with a change. */
export interface Trial {
  readonly id: string
  readonly signer: string
  /** What was done to it on the way; `as signed` if nothing. */
  readonly change: string
  readonly text: string
}

export interface SignAnswer {
  /** The field with its CRLF; unset where the signer refuses. */
  readonly field?: string
  readonly error?: string
}

export interface VerifyAnswer {
  readonly pass: boolean
  /** The verifier's reason. */
  readonly why: string
}
