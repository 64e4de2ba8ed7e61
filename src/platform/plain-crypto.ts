import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import type { DigestQuestion, SignQuestion, VerifyQuestion } from '../core/effects.ts'
import { signEd25519, verifyEd25519 } from './plain-ed25519.ts'
import { signRsa, verifyRsa } from './plain-rsa.ts'

const DIGESTS = { 'sha-256': sha256, 'sha-1': sha1, 'sha-512': sha512 } as const

/**
 * Answers as WebCrypto does, for pages where browsers have none: those of a server in the local network,
 * without TLS. Keys of a simulation are no secrets; this guards against no one who measures its time.
 * @throws Where a key is none.
 */
export function answerPlainly(
  question: DigestQuestion | SignQuestion | VerifyQuestion,
): Uint8Array | boolean {
  if (question.ask === 'digest') return DIGESTS[question.algorithm](question.data)
  const { algorithm, key, data } = question
  if (algorithm === 'ed25519-sha256')
    return question.ask === 'sign'
      ? signEd25519(key, data)
      : verifyEd25519(key, data, question.signature)
  const hash = algorithm === 'rsa-sha1' ? 'sha-1' : 'sha-256'
  const digest = DIGESTS[hash](data)
  return question.ask === 'sign'
    ? signRsa(key, hash, digest)
    : verifyRsa(key, hash, digest, question.signature)
}
