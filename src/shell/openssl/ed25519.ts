import { askDigest, type Effect } from '../../core/effects.ts'

/** The curve of Ed25519, as far as a public key takes it. */
const P = 2n ** 255n - 19n
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n

/** A point in extended coordinates. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint]

const BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202n
const BASE_Y = 46316835694926478169428394003475163141307993866256225615783033603165251855960n
const BASE: Point = [BASE_X, BASE_Y, 1n, modulo(BASE_X * BASE_Y)]

/** The public key of a private one: 32 octets each (RFC 8032 §5.1.5). */
export function* ed25519PublicKey(seed: Uint8Array): Effect<Uint8Array> {
  const hash = yield* askDigest('sha-512', seed)
  const scalar = hash.slice(0, 32)
  scalar[0]! &= 248
  scalar[31] = (scalar[31]! & 127) | 64
  return encode(multiply(numberOf(scalar), BASE))
}

function modulo(value: bigint): bigint {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = modulo((y1 - x1) * (y2 - x2))
  const b = modulo((y1 + x1) * (y2 + x2))
  const c = modulo(2n * D * t1 * t2)
  const d = modulo(2n * z1 * z2)
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [modulo(e * f), modulo(g * h), modulo(f * g), modulo(e * h)]
}

function multiply(scalar: bigint, point: Point): Point {
  let sum: Point = [0n, 1n, 1n, 0n]
  let doubled = point
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, doubled)
    doubled = add(doubled, doubled)
  }
  return sum
}

function encode([x, y, z]: Point): Uint8Array {
  const inverse = power(z, P - 2n)
  let value = modulo(y * inverse) | ((modulo(x * inverse) & 1n) << 255n)
  return Uint8Array.from({ length: 32 }, () => {
    const octet = Number(value & 255n)
    value >>= 8n
    return octet
  })
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let squared = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = modulo(result * squared)
    squared = modulo(squared * squared)
  }
  return result
}

/** Least significant octet first. */
const numberOf = (octets: Uint8Array): bigint =>
  octets.reduceRight((sum, octet) => (sum << 8n) | BigInt(octet), 0n)
