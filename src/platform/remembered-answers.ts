import { fromLatin1 } from '../core/bytes.ts'
import type { Crypto } from '../core/effects.ts'
import { keepByText, type TextLimits } from '../core/once.ts'

/** Octets of one question, and of all that are remembered: those of a few hundred messages. */
const LIMITS: TextLimits = { longest: 32_768, most: 1 << 20 }

const nothing = new Uint8Array()

/**
 * Cryptography that answers the same question but once. A world that is opened anew, and each copy of
 * it, signs and verifies the same messages; all that we sign with gives the same signature each time
 * (RSASSA-PKCS1-v1_5, Ed25519).
 */
export function rememberAnswers({ answer }: Crypto): Crypto {
  const keep = keepByText<ReturnType<typeof answer>>(LIMITS)
  return {
    answer(question) {
      const key = 'key' in question ? question.key : nothing
      const signature = 'signature' in question ? question.signature : nothing
      const head = `${question.ask} ${question.algorithm} ${key.length} ${signature.length} `
      const text = head + [key, signature, question.data].map(fromLatin1).join('')
      return keep(text, () => answer(question))
    },
  }
}
