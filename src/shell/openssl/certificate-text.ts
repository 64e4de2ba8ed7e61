import { DER_TAG, readAllDer, readDer } from '../../auth/dkim/der.ts'
import { alternativeNames, type Extension, type ReadCertificate } from './certificate-read.ts'
import { hexOf } from './hex.ts'
import { bitsOf } from './key.ts'
import { exponentText, numberRows, octetRows } from './key-text.ts'
import { dottedOf } from './der-values.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Nov 29 20:48:35 2026 GMT`, with a day of two cells. */
export function dateText(at: number): string {
  if (Number.isNaN(at)) return 'Bad time value'
  const date = new Date(at)
  const day = String(date.getUTCDate()).padStart(2)
  const clock = date.toISOString().slice(11, 19)
  return `${MONTHS[date.getUTCMonth()]!} ${day} ${clock} ${date.getUTCFullYear()} GMT`
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.3.101.112': 'ED25519',
}

export const algorithmName = (id: string): string => ALGORITHMS[id] ?? id

/** The lines that `x509 -text` prints. */
export function certificateText(certificate: ReadCertificate): string[] {
  const { algorithm, signature } = certificate
  return [
    'Certificate:',
    '    Data:',
    `        Version: ${certificate.version} (0x${(certificate.version - 1).toString(16)})`,
    ...serialText(certificate.serial),
    `        Signature Algorithm: ${algorithmName(algorithm)}`,
    `        Issuer: ${certificate.issuer}`,
    '        Validity',
    `            Not Before: ${dateText(certificate.from)}`,
    `            Not After : ${dateText(certificate.until)}`,
    `        Subject: ${certificate.subject}`,
    '        Subject Public Key Info:',
    ...keyLines(certificate),
    ...extensionLines(certificate),
    `    Signature Algorithm: ${algorithmName(algorithm)}`,
    '    Signature Value:',
    ...octetRows(signature, '        ', 18),
  ]
}

const serialText = (serial: Uint8Array): string[] =>
  serial.length > 8
    ? ['        Serial Number:', `            ${hexOf(serial, ':')}`]
    : [`        Serial Number: ${exponentText(serial)}`]

function keyLines({ key }: ReadCertificate): string[] {
  const indent = ' '.repeat(12)
  if (key?.kind === 'rsa')
    return [
      `${indent}Public Key Algorithm: rsaEncryption`,
      `${indent}    Public-Key: (${bitsOf(key)} bit)`,
      `${indent}    Modulus:`,
      ...numberRows(key.modulus, `${indent}        `),
      `${indent}    Exponent: ${exponentText(key.exponent)}`,
    ]
  if (!key) return [`${indent}Unable to load Public Key`]
  const rows = octetRows(key.point, `${indent}        `)
  return [
    `${indent}Public Key Algorithm: ED25519`,
    `${indent}    ED25519 Public-Key:`,
    `${indent}    pub:`,
    ...rows,
  ]
}

function extensionLines(certificate: ReadCertificate): string[] {
  if (!certificate.extensions.length) return []
  return [
    '        X509v3 extensions:',
    ...certificate.extensions.flatMap((one) => extensionText(one, certificate, ' '.repeat(12))),
  ]
}

/** A name and, one step further in, a value. */
export function extensionText(
  one: Extension,
  certificate: ReadCertificate,
  indent: string,
): string[] {
  const { id, critical } = one
  const known = Object.hasOwn(EXTENSIONS, id) ? EXTENSIONS[id] : undefined
  const [name, value] = known ?? [id, () => hexOf(one.value, ':').toUpperCase()]
  return [
    `${indent}${name}: ${critical ? 'critical' : ''}`,
    `${indent}    ${value(one, certificate)}`,
  ]
}

type Shown = readonly [name: string, value: (one: Extension, of: ReadCertificate) => string]

/** The extensions that a server's certificate has, by their identifiers. */
export const EXTENSIONS: Readonly<Record<string, Shown>> = {
  '2.5.29.19': ['X509v3 Basic Constraints', basicConstraints],
  '2.5.29.15': ['X509v3 Key Usage', keyUsage],
  '2.5.29.37': ['X509v3 Extended Key Usage', extendedUsage],
  '2.5.29.17': [
    'X509v3 Subject Alternative Name',
    (_, of) =>
      alternativeNames(of)
        .map((name) => `DNS:${name}`)
        .join(', '),
  ],
  '2.5.29.14': ['X509v3 Subject Key Identifier', ({ value }) => upper(contentOf(value))],
  '2.5.29.35': [
    'X509v3 Authority Key Identifier',
    ({ value }) => upper(contentOf(contentOf(value))),
  ],
}

const upper = (octets: Uint8Array): string => hexOf(octets, ':').toUpperCase()

const contentOf = (der: Uint8Array): Uint8Array => {
  const read = readDer(der)
  return typeof read === 'object' ? read.content : new Uint8Array(0)
}

function basicConstraints({ value }: Extension): string {
  const [flag] = readAllDer(contentOf(value))
  return flag?.tag === 1 && flag.content[0] !== 0 ? 'CA:TRUE' : 'CA:FALSE'
}

const USES = [
  ...['Digital Signature', 'Non Repudiation', 'Key Encipherment', 'Data Encipherment'],
  ...['Key Agreement', 'Certificate Sign', 'CRL Sign', 'Encipher Only'],
]

function keyUsage({ value }: Extension): string {
  const [, bits = 0] = contentOf(value)
  return USES.filter((_, at) => bits & (128 >> at)).join(', ')
}

const PURPOSES: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'TLS Web Server Authentication',
  '1.3.6.1.5.5.7.3.2': 'TLS Web Client Authentication',
}

const extendedUsageOf = (value: Uint8Array): string[] =>
  readAllDer(contentOf(value)).flatMap(({ tag, content }) => {
    const id = dottedOf(content)
    return tag === DER_TAG.oid ? [PURPOSES[id] ?? id] : []
  })

function extendedUsage({ value }: Extension): string {
  return extendedUsageOf(value).join(', ')
}
