import { hexOf } from './hex.ts'
import { bitsOf, type Key, type RsaKey } from './key.ts'

/** Octets in a row of a number. */
const ROW = 15

/** A number as rows of octets; a zero goes before one that would look negative. */
export function numberRows(octets: Uint8Array, indent: string, row = ROW): string[] {
  const all = [...(octets[0]! >= 128 ? [0] : []), ...octets]
  return octetRows(Uint8Array.from(all), indent, row)
}

export function octetRows(octets: Uint8Array, indent: string, row = ROW): string[] {
  const rows: string[] = []
  for (let at = 0; at < octets.length; at += row) {
    const isLast = at + row >= octets.length
    rows.push(indent + hexOf(octets.subarray(at, at + row), ':') + (isLast ? '' : ':'))
  }
  return rows
}

/** `65537 (0x10001)`. */
export function exponentText(octets: Uint8Array): string {
  const value = BigInt(`0x${hexOf(octets)}`)
  return `${value} (0x${value.toString(16)})`
}

/** The names of a private key's numbers, behind modulus and exponent. */
const SECRETS = ['privateExponent', 'prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient']

/** The lines that `-text` prints of a key. */
export function keyText(key: Key): string[] {
  if (key.kind === 'rsa') return key.secret ? rsaPrivateText(key, key.secret) : rsaPublicText(key)
  return [
    `ED25519 ${key.secret ? 'Private' : 'Public'}-Key:`,
    ...(key.secret ? ['priv:', ...octetRows(key.secret, INDENT)] : []),
    'pub:',
    ...octetRows(key.point, INDENT),
  ]
}

const INDENT = '    '

const rsaPublicText = (key: RsaKey): string[] => [
  `Public-Key: (${bitsOf(key)} bit)`,
  'Modulus:',
  ...numberRows(key.modulus, INDENT),
  `Exponent: ${exponentText(key.exponent)}`,
]

const rsaPrivateText = (key: RsaKey, secret: readonly Uint8Array[]): string[] => [
  `Private-Key: (${bitsOf(key)} bit, 2 primes)`,
  'modulus:',
  ...numberRows(key.modulus, INDENT),
  `publicExponent: ${exponentText(key.exponent)}`,
  ...secret.flatMap((number, at) => [`${SECRETS[at]!}:`, ...numberRows(number, INDENT)]),
]
