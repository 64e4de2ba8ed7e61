import { encodeBase64 } from '../core/base64.ts'

export type KeyKind = 'rsa' | 'ed25519'

/** A new pair of keys for DKIM. */
export interface KeyPair {
  /** What stands in `p=`: of RSA the wrapped key, of Ed25519 its 32 octets (RFC 6376 §3.6.1, RFC 8463 §4.2). */
  readonly publicKey: string
  /** PKCS #8 as PEM, as signers read it. */
  readonly privatePem: string
}

/** RSA keys of 2048 bits: what signers should use (RFC 8301 §3.2). */
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: 'SHA-256',
}

/**
 * Makes a pair where it is called. The private half is in what is returned and nowhere else.
 * @returns Undefined where the browser makes no such keys: an old one, or a page without a secure connection.
 */
export async function makeKeyPair(kind: KeyKind): Promise<KeyPair | undefined> {
  try {
    const { subtle } = globalThis.crypto
    const how = kind === 'rsa' ? RSA : { name: 'Ed25519' }
    const pair = (await subtle.generateKey(how, true, ['sign', 'verify'])) as CryptoKeyPair
    const format = kind === 'rsa' ? 'spki' : 'raw'
    const publicKey = await subtle.exportKey(format, pair.publicKey)
    const privateKey = await subtle.exportKey('pkcs8', pair.privateKey)
    return {
      publicKey: encodeBase64(new Uint8Array(publicKey)),
      privatePem: pemOf(encodeBase64(new Uint8Array(privateKey))),
    }
  } catch {
    return undefined
  }
}

const pemOf = (base64: string): string =>
  `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
