import { concatBytes, equalBytes } from '../../core/bytes.ts'
import { DER_TAG, readAllDer, readDer, writeDer, type DerValue } from './der.ts'

/** What the octets of an RSA `p=` are, or why they are none. */
export type RsaKey =
  | { readonly ok: true; readonly bits: number }
  | { readonly ok: false; readonly problem: KeyProblem; readonly message: string }

export type KeyProblem =
  'pkcs1' | 'truncated' | 'trailing' | 'not-der' | 'private' | 'certificate' | 'other-algorithm'

/** 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017 Appendix C). */
const RSA_OID = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01)

const PROBLEMS: Readonly<Record<KeyProblem, string>> = {
  pkcs1:
    'The key in `p=` is a bare RSA key (PKCS #1). DKIM keys are wrapped with the name of their algorithm, as `openssl rsa -pubout` writes them.',
  truncated: 'The key in `p=` is cut off: its own length states that more should follow.',
  trailing: 'More stands behind the key in `p=`: two keys, or a string pasted twice.',
  'not-der': 'What `p=` holds is base64, but no public key.',
  private:
    'What `p=` holds is a private key! Anyone can sign as you: make a new pair and publish its public half.',
  certificate: 'What `p=` holds is a certificate; DKIM wants the public key inside it alone.',
  'other-algorithm': 'The key in `p=` is no RSA key: another algorithm is named inside it.',
}

const refused = (problem: KeyProblem): RsaKey => ({
  ok: false,
  problem,
  message: PROBLEMS[problem],
})

/** Reads a SubjectPublicKeyInfo that holds an RSA key (RFC 5280 §4.1, RFC 8017 §A.1.1). */
export function readRsaKey(bytes: Uint8Array): RsaKey {
  const outer = readDer(bytes)
  if (outer === 'truncated') return refused(bytes[0] === DER_TAG.sequence ? 'truncated' : 'not-der')
  if (outer?.tag !== DER_TAG.sequence) return refused('not-der')
  if (outer.end < bytes.length) return refused('trailing')
  const [first, second, third] = readAllDer(outer.content)
  if (first?.tag === DER_TAG.integer) return refused(kindOfIntegers(first, second, third))
  if (first?.tag !== DER_TAG.sequence || second === undefined) return refused('not-der')
  if (second.tag === DER_TAG.sequence) return refused('certificate')
  const [algorithm] = readAllDer(first.content)
  if (algorithm?.tag !== DER_TAG.oid || second.tag !== DER_TAG.bitString) return refused('not-der')
  if (!equalBytes(algorithm.content, RSA_OID)) return refused('other-algorithm')
  return readModulus(second.content)
}

/** Two integers are a PKCS #1 public key; a small one before more is a private key's version. */
function kindOfIntegers(
  first: DerValue,
  second: DerValue | undefined,
  third: DerValue | undefined,
): KeyProblem {
  if (second?.tag === DER_TAG.integer && third === undefined) return 'pkcs1'
  const isVersion = first.content.length === 1 && (first.content[0] ?? 9) <= 1
  return isVersion && second !== undefined ? 'private' : 'not-der'
}

/** A bit string starts with the count of bits unused in its last octet: none. */
function readModulus(bits: Uint8Array): RsaKey {
  const inner = bits[0] === 0 ? readDer(bits, 1) : undefined
  if (inner === 'truncated') return refused('truncated')
  const [modulus, exponent] = inner ? readAllDer(inner.content) : []
  if (modulus?.tag !== DER_TAG.integer || exponent?.tag !== DER_TAG.integer)
    return refused('not-der')
  return { ok: true, bits: bitLength(modulus.content) }
}

function bitLength(integer: Uint8Array): number {
  const start = integer.findIndex((octet) => octet !== 0)
  return start < 0 ? 0 : (integer.length - start - 1) * 8 + (32 - Math.clz32(integer[start]!))
}

/** Wraps a PKCS #1 key as DKIM wants it. */
export const wrapPkcs1 = (key: Uint8Array): Uint8Array =>
  writeDer(
    DER_TAG.sequence,
    concatBytes([
      writeDer(
        DER_TAG.sequence,
        concatBytes([writeDer(DER_TAG.oid, RSA_OID), writeDer(DER_TAG.null, new Uint8Array())]),
      ),
      writeDer(DER_TAG.bitString, concatBytes([Uint8Array.of(0), key])),
    ]),
  )
