import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import { onceForText } from '../../core/once.ts'
import { saslPrepare } from './prepare.ts'

export type ScramHash = 'SHA-1' | 'SHA-256'

const hashes = { 'SHA-1': sha1, 'SHA-256': sha256 } as const

/** RFC 7677 §4 and RFC 5802 §5.1: at least this many. */
export const ITERATIONS = 4096

/** More than any server asks for; a client that would take all could be kept busy for hours. */
export const MOST_ITERATIONS = 200_000

export interface ScramKeys {
  readonly clientKey: Uint8Array
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
}

/** The keys of a password (RFC 5802 §3). Slow on purpose. */
export function scramKeys(
  hash: ScramHash,
  password: string,
  salt: Uint8Array,
  iterations: number,
): ScramKeys {
  const prepared = utf8(saslPrepare(password) ?? password)
  const salted = pbkdf2(hashes[hash], prepared, salt, {
    c: iterations,
    dkLen: hashes[hash].outputLen,
  })
  const clientKey = scramHmac(hash, salted, 'Client Key')
  return {
    clientKey,
    storedKey: digest(hash, clientKey),
    serverKey: scramHmac(hash, salted, 'Server Key'),
  }
}

export const scramHmac = (hash: ScramHash, key: Uint8Array, text: string): Uint8Array =>
  hmac(hashes[hash], key, utf8(text))

export const digest = (hash: ScramHash, octets: Uint8Array): Uint8Array => hashes[hash](octets)

export const exclusiveOr = (a: Uint8Array, b: Uint8Array): Uint8Array =>
  a.map((octet, at) => octet ^ (b[at] ?? 0))

/** The salt of a login at a host: the same each time, also for an unknown login. */
export const saltOf = (host: string, login: string): Uint8Array =>
  sha256(utf8(`${host}\0${login.toLowerCase()}`)).slice(0, 16)

/**
 * The keys of a password, made once for each salt: a world that is opened anew has the same accounts,
 * and so have its copies.
 */
export const keysOf = (
  { password }: { readonly password: string },
  hash: ScramHash,
  salt: Uint8Array,
  iterations: number,
): ScramKeys => keysOfText(JSON.stringify([hash, password, fromLatin1(salt), iterations]))

const keysOfText = onceForText((text) => {
  const [hash, password, salt, iterations] = JSON.parse(text) as [ScramHash, string, string, number]
  return scramKeys(hash, password, latin1(salt), iterations)
})
