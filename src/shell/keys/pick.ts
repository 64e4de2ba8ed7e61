import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import type { CommandContext } from '../command.ts'
import { privateDer, rsaPrivate } from '../openssl/key.ts'
import { keyPool, type PooledKey } from './pool.ts'

/** The key that a world makes under a name: the same for the same name, at each replay. */
export function pickKey(name: string, { world }: CommandContext): PooledKey {
  let hash = world.spec.seed >>> 0
  for (const character of name) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0
  const { privateKey, publicKey } = keyPool[hash % keyPool.length]!
  return { privateKey: inPkcs8(privateKey), publicKey }
}

/** The pool has its keys as RSAPrivateKey of PKCS #1, which is shorter. */
function inPkcs8(base64: string): string {
  const read = decodeBase64(base64)
  const key = read.ok ? rsaPrivate(read.bytes) : undefined
  const der = key && privateDer(key)
  return der ? encodeBase64(der) : base64
}

/** DER in base64 as PEM: lines of 64 characters. */
export const pemOf = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`
