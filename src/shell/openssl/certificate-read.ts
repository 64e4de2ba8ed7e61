import { DER_TAG, readAllDer, readDer, type DerValue } from '../../auth/dkim/der.ts'
import { fromLatin1, fromUtf8 } from '../../core/bytes.ts'
import { dottedOf } from './der-values.ts'
import { readPublicKey, type Key } from './key.ts'

/** What a certificate says (RFC 5280 §4.1). */
export interface ReadCertificate {
  readonly version: number
  readonly serial: Uint8Array
  /** `CN = mx.example.org`, as OpenSSL writes a name. */
  readonly subject: string
  readonly issuer: string
  /** Milliseconds since 1970. */
  readonly from: number
  readonly until: number
  readonly algorithm: string
  readonly key: Key | undefined
  /** SubjectPublicKeyInfo. */
  readonly keyDer: Uint8Array
  readonly extensions: readonly Extension[]
  readonly signature: Uint8Array
}

export interface Extension {
  readonly id: string
  readonly critical: boolean
  readonly value: Uint8Array
}

const parts = ({ content }: DerValue): DerValue[] => readAllDer(content)

/** @returns Undefined where it is no certificate. Never throws. */
export function readCertificateDer(der: Uint8Array): ReadCertificate | undefined {
  const whole = readDer(der)
  if (typeof whole !== 'object' || whole.tag !== DER_TAG.sequence) return undefined
  const [body, , signature] = parts(whole)
  if (!body || signature?.tag !== DER_TAG.bitString) return undefined
  const fields = parts(body)
  const [version] = fields[0]?.tag === 0xa0 ? parts(fields.shift()!) : []
  const [serial, algorithm, issuer, validity, subject, keyInfo, ...more] = fields
  if (!serial || !algorithm || !issuer || !validity || !subject || !keyInfo) return undefined
  const [from, until] = parts(validity).map(timeOf)
  const keyDer = derOf(body, keyInfo)
  return {
    version: (version?.content[0] ?? 0) + 1,
    serial: serial.content,
    ...{ subject: nameOf(subject), issuer: nameOf(issuer) },
    ...{ from: from ?? NaN, until: until ?? NaN, algorithm: oidOf(parts(algorithm)[0]) },
    ...{ key: readPublicKey(keyDer), keyDer, signature: signature.content.subarray(1) },
    extensions: more.filter(({ tag }) => tag === 0xa3).flatMap(extensionsOf),
  }
}

/** The octets of a value within another, with its head. */
function derOf(whole: DerValue, part: DerValue): Uint8Array {
  const head = headOf(part.content.length)
  const end = part.content.byteOffset - whole.content.byteOffset + part.content.length
  return whole.content.subarray(end - part.content.length - head, end)
}

const headOf = (length: number): number => (length < 128 ? 2 : length < 256 ? 3 : 4)

const oidOf = (value: DerValue | undefined): string =>
  value?.tag === DER_TAG.oid ? dottedOf(value.content) : ''

const SHORT_NAMES: Readonly<Record<string, string>> = {
  ...{ '2.5.4.3': 'CN', '2.5.4.6': 'C', '2.5.4.7': 'L', '2.5.4.8': 'ST', '2.5.4.10': 'O' },
  ...{ '2.5.4.11': 'OU', '1.2.840.113549.1.9.1': 'emailAddress' },
}

const nameOf = (name: DerValue): string =>
  parts(name)
    .flatMap(parts)
    .map((pair) => {
      const [type, value] = parts(pair)
      const id = oidOf(type)
      return `${SHORT_NAMES[id] ?? id} = ${value ? fromUtf8(value.content) : ''}`
    })
    .join(', ')

function timeOf({ tag, content }: DerValue): number {
  const text = fromLatin1(content)
  const full = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? []
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second)
}

const extensionsOf = (wrapper: DerValue): Extension[] =>
  parts(wrapper)
    .flatMap(parts)
    .map((one) => {
      const [id, ...rest] = parts(one)
      const value = rest.find(({ tag }) => tag === DER_TAG.octetString)
      return {
        id: oidOf(id),
        critical: rest.some(({ tag, content }) => tag === 1 && content[0] !== 0),
        value: value?.content ?? new Uint8Array(0),
      }
    })

/** The names of an extension subjectAltName. */
export function alternativeNames({ extensions }: ReadCertificate): string[] {
  const found = extensions.find(({ id }) => id === '2.5.29.17')
  const list = found && readDer(found.value)
  if (typeof list !== 'object') return []
  return parts(list).flatMap(({ tag, content }) => (tag === 0x82 ? [fromLatin1(content)] : []))
}
