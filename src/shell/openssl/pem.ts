import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromLatin1 } from '../../core/bytes.ts'

/** One block of a PEM file. */
export interface PemBlock {
  /** `PRIVATE KEY`, `CERTIFICATE`. */
  readonly label: string
  readonly der: Uint8Array
}

/** Characters of a file that are looked at for blocks. */
const MOST = 1_048_576

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g

/** The blocks of a file in their order; what stands around them is left out. Never throws. */
export function readPem(octets: Uint8Array): PemBlock[] {
  const text = fromLatin1(octets.subarray(0, MOST))
  return [...text.matchAll(BLOCK)].flatMap(([, label = '', body = '']) => {
    const read = decodeBase64(body)
    return read.ok ? [{ label, der: read.bytes }] : []
  })
}

/** A block with lines of 64 characters. */
export function writePem({ label, der }: PemBlock): string {
  const lines = encodeBase64(der).replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
