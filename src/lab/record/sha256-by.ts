import type { Crypto } from '../../core/effects.ts'
import type { Sha256 } from './record.ts'

/** Digests by the port for cryptography that a place has. */
export const sha256By =
  (crypto: Crypto): Sha256 =>
  async (data) => {
    const digest = await crypto.answer({ ask: 'digest', algorithm: 'sha-256', data })
    return digest instanceof Uint8Array ? digest : undefined
  }
