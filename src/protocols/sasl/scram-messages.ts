import { encodeBase64 } from '../../core/base64.ts'
import { fromStrictUtf8 } from '../../core/bytes.ts'
import { decodeStrict } from './line.ts'

/** The messages of SCRAM (RFC 5802 §5, §7): attributes parted by commas, in a fixed order. */

export interface ClientFirst {
  /** `n,,`, `y,,` or with `a=`: repeated, in base64, in the last message. */
  readonly gs2Header: string
  /** For whom to act, if it is not oneself. */
  readonly actFor?: string
  readonly login: string
  readonly nonce: string
  /** Without the GS2 header: a part of what is signed. */
  readonly bare: string
}

export type ClientFirstRead =
  | { readonly ok: true; readonly message: ClientFirst }
  | { readonly ok: false; readonly because: string }

const notOk = (because: string) => ({ ok: false, because }) as const

export function parseClientFirst(octets: Uint8Array): ClientFirstRead {
  const text = fromStrictUtf8(octets)
  const read = /^([^,]*),(?:a=([^,]+))?,(.*)$/s.exec(text ?? '')
  if (!read) return notOk('A SCRAM message begins with `n,,`')
  const [, flag, actForWritten, bare = ''] = read
  if (flag?.startsWith('p=')) return notOk('Channel binding is not offered here')
  if (flag !== 'n' && flag !== 'y') return notOk('A SCRAM message begins with `n,,`')
  // `m=` would be an extension that must be understood (§5.1).
  const parts = /^n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?$/s.exec(bare)
  const login = parts && readName(parts[1]!)
  if (!login) return notOk('After the header come `n=` with the login and `r=` with a nonce')
  const actFor = actForWritten === undefined ? undefined : readName(actForWritten)
  if (actForWritten !== undefined && !actFor)
    return notOk('In a name `,` is `=2C` and `=` is `=3D`')
  return {
    ok: true,
    message: {
      gs2Header: (text ?? '').slice(0, (text ?? '').length - bare.length),
      ...(actFor !== undefined && { actFor }),
      login,
      nonce: parts[2]!,
      bare,
    },
  }
}

export interface ClientFinal {
  readonly channel: string
  readonly nonce: string
  readonly proof: Uint8Array
  /** All before the proof: a part of what is signed. */
  readonly withoutProof: string
}

export function parseClientFinal(octets: Uint8Array): ClientFinal | undefined {
  const read = /^(c=([^,]+),r=([^,]+)(?:,.*)?),p=([^,]+)$/s.exec(fromStrictUtf8(octets) ?? '')
  const proof = read && decodeStrict(read[4]!)
  return proof ? { channel: read[2]!, nonce: read[3]!, proof, withoutProof: read[1]! } : undefined
}

export interface ServerFirst {
  readonly nonce: string
  readonly salt: Uint8Array
  readonly iterations: number
  readonly text: string
}

export function parseServerFirst(octets: Uint8Array): ServerFirst | undefined {
  const text = fromStrictUtf8(octets) ?? ''
  const read = /^r=([\x21-\x2b\x2d-\x7e]+),s=([^,]+),i=([1-9]\d{0,8})(?:,.*)?$/s.exec(text)
  const salt = read && decodeStrict(read[2]!)
  return salt ? { nonce: read[1]!, salt, iterations: Number(read[3]), text } : undefined
}

export const serverFirst = (nonce: string, salt: Uint8Array, iterations: number): string =>
  `r=${nonce},s=${encodeBase64(salt)},i=${iterations}`

/** A comma and an equals sign have another meaning (§5.1). */
export const writeName = (name: string): string =>
  name.replaceAll('=', '=3D').replaceAll(',', '=2C')

/** @returns `undefined` where an equals sign is not the start of `=2C` or `=3D`. */
function readName(written: string): string | undefined {
  if (/=(?!2C|3D)/.test(written)) return undefined
  return written.replaceAll('=2C', ',').replaceAll('=3D', '=')
}
