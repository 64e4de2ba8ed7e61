import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes } from '../core/bytes.ts'
import { numberOf, octetsOf, power, remainder } from './plain-numbers.ts'

/** The field, the order of the base point, and the curve's constant (RFC 8032). */
const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const D = remainder(-121665n * power(121666n, P - 2n, P), P)
const ROOT = power(2n, (P - 1n) / 4n, P)

/** A point in extended coordinates. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint]

const ZERO: Point = [0n, 1n, 1n, 0n]
const BASE = pointOf(littleOf(remainder(4n * power(5n, P - 2n, P), P)))!

/** @param key PKCS #8 in DER, which ends with the seed. @throws Where it is none. */
export function signEd25519(key: Uint8Array, data: Uint8Array): Uint8Array {
  if (key.length !== 48) throw new Error('This is no private key of Ed25519.')
  const hash = sha512(key.subarray(16))
  const scalar = clamped(hash.slice(0, 32))
  const own = packed(times(BASE, scalar))
  const r = remainder(little(sha512(concatBytes([hash.subarray(32), data]))), L)
  const point = packed(times(BASE, r))
  return concatBytes([point, littleOf(remainder(r + challenge(point, own, data) * scalar, L))])
}

/** @param key The 32 octets of the point. @throws Where it is none. */
export function verifyEd25519(key: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32) throw new Error('This is no public key of Ed25519.')
  if (signature.length !== 64) return false
  const [point, s] = [signature.subarray(0, 32), little(signature.subarray(32))]
  const [own, r] = [pointOf(key), pointOf(point)]
  if (!own || !r || s >= L) return false
  const sum = add(r, times(own, challenge(point, key, data)))
  return equalBytes(packed(times(BASE, s)), packed(sum))
}

const challenge = (point: Uint8Array, key: Uint8Array, data: Uint8Array): bigint =>
  remainder(little(sha512(concatBytes([point, key, data]))), L)

/** The secret scalar of a hashed seed. */
function clamped(octets: Uint8Array): bigint {
  octets[0]! &= 248
  octets[31]! = (octets[31]! & 127) | 64
  return little(octets)
}

/** Octets as a number, the least significant first. */
function little(octets: Uint8Array): bigint {
  return numberOf(octets.toReversed())
}

/** A number as 32 octets, the least significant first. */
function littleOf(number: bigint): Uint8Array {
  return octetsOf(number, 32).reverse()
}

/** Reads a point; undefined where there is none. */
function pointOf(octets: Uint8Array): Point | undefined {
  const whole = little(octets)
  const [y, sign] = [whole & (2n ** 255n - 1n), whole >> 255n]
  if (y >= P) return undefined
  const square = remainder((y * y - 1n) * power(D * y * y + 1n, P - 2n, P), P)
  let x = power(square, (P + 3n) / 8n, P)
  if (remainder(x * x - square, P) !== 0n) x = (x * ROOT) % P
  if (remainder(x * x - square, P) !== 0n || (x === 0n && sign === 1n)) return undefined
  if ((x & 1n) !== sign) x = P - x
  return [x, y, 1n, (x * y) % P]
}

function packed([x, y, z]: Point): Uint8Array {
  const inverse = power(z, P - 2n, P)
  return littleOf(((y * inverse) % P) | ((((x * inverse) % P) & 1n) << 255n))
}

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = remainder((y1 - x1) * (y2 - x2), P)
  const b = ((y1 + x1) * (y2 + x2)) % P
  const c = (2n * D * t1 * t2) % P
  const d = (2n * z1 * z2) % P
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [remainder(e * f, P), remainder(g * h, P), remainder(f * g, P), remainder(e * h, P)]
}

function times(point: Point, scalar: bigint): Point {
  let sum = ZERO
  let twice = point
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, twice)
    twice = add(twice, twice)
  }
  return sum
}
