/** Octets as a number, the most significant first. */
export const numberOf = (octets: Uint8Array): bigint =>
  octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n)

/** A number as so many octets, the most significant first. */
export function octetsOf(number: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(length)
  for (let at = length - 1, left = number; at >= 0; at--, left >>= 8n)
    octets[at] = Number(left & 255n)
  return octets
}

/** The remainder, never negative. */
export function remainder(number: bigint, modulus: bigint): bigint {
  const rest = number % modulus
  return rest < 0n ? rest + modulus : rest
}

/** `base` to the power of `exponent`, modulo `modulus`. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = remainder(base, modulus)
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
