import { concatBytes, fromLatin1 } from '../core/bytes.ts'
import type {
  DigestQuestion,
  SignatureAlgorithm,
  SignQuestion,
  VerifyQuestion,
} from '../core/effects.ts'
import { keepByText } from '../core/once.ts'

interface Key {
  readonly asymmetricKeyType?: string
}

type Der = Readonly<{ key: Uint8Array; format: 'der'; type: 'pkcs8' | 'spki' }>

/** Of Node's module what is used here, which has to be read where there are no types of Node too. */
interface NodeCrypto {
  createHash(name: string): { update(data: Uint8Array): { digest(): Uint8Array } }
  createPrivateKey(der: Der): Key
  createPublicKey(der: Der): Key
  sign(hash: string | undefined, data: Uint8Array, key: Key): Uint8Array
  verify(hash: string | undefined, data: Uint8Array, key: Key, signature: Uint8Array): boolean
}

interface MayHaveBuiltins {
  readonly process?: { getBuiltinModule?(name: 'node:crypto'): NodeCrypto | undefined }
}

/** The build of the site says that there is none, so that pages carry nothing of this. */
const node = (globalThis as MayHaveBuiltins).process?.getBuiltinModule?.('node:crypto')

/**
 * Answers as WebCrypto does, with Node's own cryptography, which answers at once: to wait for another
 * thread takes longer than to check a signature. `undefined` where the platform is no Node.
 * The answer throws where a key is none.
 */
export const answerInNode = node && answering(node)

function answering(node: NodeCrypto) {
  const read = keyReader(node)
  return (question: DigestQuestion | SignQuestion | VerifyQuestion): Uint8Array | boolean => {
    if (question.ask === 'digest')
      return octets(node.createHash(question.algorithm).update(question.data).digest())
    const { algorithm, data } = question
    const hash = HASHES[algorithm]
    const key = read(question)
    return question.ask === 'sign'
      ? octets(node.sign(hash, data, key))
      : node.verify(hash, data, key, question.signature)
  }
}

/** Ed25519 hashes by itself. */
const HASHES = { 'rsa-sha256': 'sha256', 'rsa-sha1': 'sha1', 'ed25519-sha256': undefined } as const

/** SubjectPublicKeyInfo of an Ed25519 key, up to its 32 octets (RFC 8410 §4). */
const ED25519_HEAD = Uint8Array.from([
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
])

function spki(algorithm: SignatureAlgorithm, key: Uint8Array): Uint8Array {
  if (algorithm !== 'ed25519-sha256') return key
  // The parser of DER takes no notice of what follows.
  if (key.length !== 32) throw new Error('An Ed25519 key has 32 octets.')
  return concatBytes([ED25519_HEAD, key])
}

/** Keys are kept ready: to read one costs more than to use it. */
function keyReader({ createPublicKey, createPrivateKey }: NodeCrypto) {
  const keep = keepByText<Key>({ longest: 8192, most: 131_072 })
  return ({ ask, algorithm, key }: SignQuestion | VerifyQuestion): Key =>
    keep(`${ask} ${algorithm} ${fromLatin1(key)}`, () => {
      const read =
        ask === 'sign'
          ? createPrivateKey({ key, format: 'der', type: 'pkcs8' })
          : createPublicKey({ key: spki(algorithm, key), format: 'der', type: 'spki' })
      const type = algorithm === 'ed25519-sha256' ? 'ed25519' : 'rsa'
      if (read.asymmetricKeyType !== type) throw new Error(`This is no key for ${algorithm}.`)
      return read
    })
}

const octets = (buffer: Uint8Array): Uint8Array => new Uint8Array(buffer)
