import type {
  DigestQuestion,
  SignQuestion,
  SignatureAlgorithm,
  VerifyQuestion,
} from '../core/effects.ts'
import { fromLatin1 } from '../core/bytes.ts'

type Algorithm = { readonly name: string; readonly hash?: string }

/** WebCrypto's names. Ed25519 hashes by itself: DKIM hands it a digest as its message. */
const ALGORITHMS: Readonly<Record<SignatureAlgorithm, Algorithm>> = {
  'rsa-sha256': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'rsa-sha1': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  'ed25519-sha256': { name: 'Ed25519' },
}

const DIGESTS = { 'sha-256': 'SHA-256', 'sha-1': 'SHA-1', 'sha-512': 'SHA-512' } as const

/** Answers with WebCrypto. @throws Where it refuses a key. */
export async function answerWithSubtle(
  question: DigestQuestion | SignQuestion | VerifyQuestion,
): Promise<Uint8Array | boolean> {
  switch (question.ask) {
    case 'digest':
      return octets(await subtle().digest(DIGESTS[question.algorithm], copy(question.data)))
    case 'sign':
      return sign(question)
    case 'verify':
      return verify(question)
  }
}

async function sign({ algorithm, key, data }: SignQuestion): Promise<Uint8Array> {
  const imported = await readKey(algorithm, 'pkcs8', key)
  return octets(await subtle().sign(ALGORITHMS[algorithm], imported, copy(data)))
}

async function verify({ algorithm, key, data, signature }: VerifyQuestion): Promise<boolean> {
  const format = algorithm === 'ed25519-sha256' ? 'raw' : 'spki'
  const imported = await readKey(algorithm, format, key)
  return subtle().verify(ALGORITHMS[algorithm], imported, copy(signature), copy(data))
}

/** Keys that are kept ready; the oldest make room. Reading one costs more than using it. */
const MAX_KEYS = 64
const keys = new Map<string, Promise<CryptoKey>>()

function readKey(
  algorithm: SignatureAlgorithm,
  format: 'raw' | 'spki' | 'pkcs8',
  key: Uint8Array,
): Promise<CryptoKey> {
  const name = `${algorithm} ${format} ${fromLatin1(key)}`
  const kept = keys.get(name)
  if (kept) return kept
  const use = format === 'pkcs8' ? 'sign' : 'verify'
  const imported = subtle().importKey(format, copy(key), ALGORITHMS[algorithm], false, [use])
  for (const oldest of keys.keys()) {
    if (keys.size < MAX_KEYS) break
    keys.delete(oldest)
  }
  keys.set(name, imported)
  return imported
}

const subtle = (): SubtleCrypto => globalThis.crypto.subtle

const octets = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer)

/** WebCrypto takes no view of shared memory; a copy is of its own. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
