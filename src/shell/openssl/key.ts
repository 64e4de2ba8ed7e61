import { DER_TAG, readAllDer, readDer, type DerValue } from '../../auth/dkim/der.ts'
import { runAsync } from '../../core/effects.ts'
import type { CommandContext } from '../command.ts'
import {
  bitString,
  dottedOf,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  sequence,
} from './der-values.ts'
import { ed25519PublicKey } from './ed25519.ts'
import type { PemBlock } from './pem.ts'

/** A key as its numbers: what of it is private is absent in a public one. */
export type Key = RsaKey | Ed25519Key

export interface RsaKey {
  readonly kind: 'rsa'
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
  /** The numbers of RSAPrivateKey behind those two of PKCS #1, in their order. */
  readonly secret?: readonly Uint8Array[]
}

export interface Ed25519Key {
  readonly kind: 'ed25519'
  readonly point: Uint8Array
  readonly secret?: Uint8Array
}

const RSA = '1.2.840.113549.1.1.1'
const ED25519 = '1.3.101.112'
const rsaAlgorithm = sequence(objectIdentifier(RSA), NULL)
const ed25519Algorithm = sequence(objectIdentifier(ED25519))

/** PKCS #8 and SubjectPublicKeyInfo, and PKCS #1 of RSA. @returns Undefined where it is no key. Never throws. */
export async function readKey(
  { label, der }: PemBlock,
  context: CommandContext,
): Promise<Key | undefined> {
  const values = inside(der)
  if (label === 'RSA PRIVATE KEY') return rsaPrivate(der)
  if (label === 'PUBLIC KEY') return publicOf(values)
  if (label !== 'PRIVATE KEY') return undefined
  const [, algorithm, wrapped] = values
  if (!algorithm || wrapped?.tag !== DER_TAG.octetString) return undefined
  const kind = algorithmOf(algorithm)
  if (kind === RSA) return rsaPrivate(wrapped.content)
  const secret = readDer(wrapped.content)
  if (kind !== ED25519 || typeof secret !== 'object' || secret.content.length !== 32)
    return undefined
  return ed25519Of(secret.content, context)
}

/** A pair from its private half. */
export async function ed25519Of(
  secret: Uint8Array,
  { world }: CommandContext,
): Promise<Ed25519Key> {
  const point = await runAsync(ed25519PublicKey(secret), (question) =>
    question.ask === 'digest' ? world.crypto.answer(question) : undefined,
  )
  return { kind: 'ed25519', point, secret }
}

const inside = (der: Uint8Array): DerValue[] => {
  const whole = readDer(der)
  return typeof whole === 'object' && whole.tag === DER_TAG.sequence
    ? readAllDer(whole.content)
    : []
}

const algorithmOf = ({ content }: DerValue): string => {
  const [oid] = readAllDer(content)
  return oid?.tag === DER_TAG.oid ? dottedOf(oid.content) : ''
}

const isInteger = ({ tag }: DerValue): boolean => tag === DER_TAG.integer

/** Without the zero that keeps it from being negative. */
const octetsOf = ({ content }: DerValue): Uint8Array =>
  content.length > 1 && content[0] === 0 ? content.subarray(1) : content

/** The key of an RSAPrivateKey of PKCS #1. */
export function rsaPrivate(der: Uint8Array): RsaKey | undefined {
  const numbers = inside(der).filter(isInteger).map(octetsOf)
  const [, modulus, exponent, ...secret] = numbers
  return modulus && exponent && secret.length === 6
    ? { kind: 'rsa', modulus, exponent, secret }
    : undefined
}

/** The key of a SubjectPublicKeyInfo. */
export function readPublicKey(der: Uint8Array): Key | undefined {
  return publicOf(inside(der))
}

function publicOf([algorithm, bits]: readonly DerValue[]): Key | undefined {
  if (!algorithm || bits?.tag !== DER_TAG.bitString) return undefined
  const content = bits.content.subarray(1)
  const kind = algorithmOf(algorithm)
  if (kind === ED25519 && content.length === 32) return { kind: 'ed25519', point: content }
  const [modulus, exponent] = inside(content).filter(isInteger).map(octetsOf)
  return kind === RSA && modulus && exponent ? { kind: 'rsa', modulus, exponent } : undefined
}

/** SubjectPublicKeyInfo (RFC 5280 §4.1). */
export const publicDer = (key: Key): Uint8Array =>
  key.kind === 'rsa'
    ? sequence(rsaAlgorithm, bitString(sequence(integer(key.modulus), integer(key.exponent))))
    : sequence(ed25519Algorithm, bitString(key.point))

const ZERO = Uint8Array.of(0)

/** RSAPrivateKey of PKCS #1. */
export const traditionalDer = ({ modulus, exponent, secret = [] }: RsaKey): Uint8Array =>
  sequence(...[ZERO, modulus, exponent, ...secret].map(integer))

/** PKCS #8. @returns Undefined where the key is public. */
export function privateDer(key: Key): Uint8Array | undefined {
  if (!key.secret) return undefined
  return key.kind === 'rsa'
    ? sequence(integer(ZERO), rsaAlgorithm, octetString(traditionalDer(key)))
    : sequence(integer(ZERO), ed25519Algorithm, octetString(octetString(key.secret)))
}

/** Bits of the modulus. */
export const bitsOf = ({ modulus }: RsaKey): number =>
  modulus.length * 8 - Math.clz32(modulus[0]!) + 24
