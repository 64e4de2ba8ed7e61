import type { Certificate } from '../../core/tls.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import type { CommandContext } from '../command.ts'
import { certificateDer } from './certificate-der.ts'
import { readCertificateDer, type ReadCertificate } from './certificate-read.ts'
import { dateText } from './certificate-text.ts'
import { bitsOf } from './key.ts'
import { writePem } from './pem.ts'
import type { ClientOptions } from './s-client-words.ts'
import { verifyChain, type VerifyError } from './verify-chain.ts'

/** What `s_client` prints of a handshake. */
export interface HandshakeReport {
  /** On standard error, as the certificate is checked. */
  readonly checks: readonly string[]
  readonly lines: readonly string[]
  /** Whether the certificate does not hold, and that is the end. */
  readonly isOver: boolean
}

/** @param shown What the server shows of itself. */
export async function reportHandshake(
  shown: Certificate,
  options: Pick<ClientOptions, 'mode' | 'chain' | 'hostname' | 'onError'>,
  context: CommandContext,
): Promise<HandshakeReport> {
  const der = await certificateDer(shown, context)
  const leaf = readCertificateDer(der)
  if (!leaf) throw new Error('its certificate cannot be read')
  const now = context.world.clock.now()
  const { lines: checks, error } = verifyChain(shown, leaf, {
    ...{ hostname: options.hostname, onError: options.onError, now },
    report: options.mode === 'brief' ? 'errors' : 'all',
  })
  const seen = { leaf, der, error, options }
  const lines =
    options.mode === 'quiet' ? [] : options.mode === 'brief' ? briefLines(seen) : fullLines(seen)
  const isOver = error !== undefined && options.onError === 'give up'
  return options.mode === 'brief'
    ? { checks: isOver ? checks : [...checks, ...lines], lines: [], isOver }
    : { checks, lines, isOver }
}

interface Seen {
  readonly leaf: ReadCertificate
  readonly der: Uint8Array
  readonly error: VerifyError | undefined
  readonly options: Pick<ClientOptions, 'chain' | 'hostname' | 'onError'>
}

const KEY_EXCHANGE = 'Server Temp Key: X25519, 253 bits'

const briefLines = ({ leaf, error, options }: Seen): string[] => [
  'CONNECTION ESTABLISHED',
  `Protocol version: ${AGREED_TLS.version}`,
  `Ciphersuite: ${AGREED_TLS.cipher}`,
  `Peer certificate: ${leaf.subject}`,
  'Hash used: SHA256',
  'Signature type: RSA-PSS',
  ...verification(error, options.hostname),
  KEY_EXCHANGE,
]

function verification(error: VerifyError | undefined, hostname: string | undefined): string[] {
  if (error) return [`Verification error: ${error.text}`]
  return ['Verification: OK', ...(hostname === undefined ? [] : [`Verified peername: ${hostname}`])]
}

/** Octets of a handshake beside the certificates, near what the real one takes. */
const READ = 1220
const WRITTEN = 392

function fullLines(seen: Seen): string[] {
  const { leaf, der, error, options } = seen
  const isRefused = error !== undefined && options.onError === 'give up'
  const bits = leaf.key?.kind === 'rsa' ? bitsOf(leaf.key) : 256
  const pem = writePem({ label: 'CERTIFICATE', der }).trimEnd().split('\n')
  const isWhole = options.chain === 'certificates'
  return [
    '---',
    'Certificate chain',
    ` 0 s:${leaf.subject}`,
    `   i:${leaf.issuer}`,
    `   a:PKEY: rsaEncryption, ${bits} (bit); sigalg: RSA-SHA256`,
    `   v:NotBefore: ${dateText(leaf.from)}; NotAfter: ${dateText(leaf.until)}`,
    ...(isWhole ? pem : []),
    '---',
    ...(isRefused
      ? ['no peer certificate available']
      : [
          'Server certificate',
          ...(isWhole ? [] : pem),
          `subject=${leaf.subject}`,
          `issuer=${leaf.issuer}`,
        ]),
    '---',
    'No client certificate CA names sent',
    ...(isRefused ? [] : ['Peer signing digest: SHA256', 'Peer signature type: RSA-PSS']),
    KEY_EXCHANGE,
    '---',
    `SSL handshake has read ${READ + der.length} bytes and written ${WRITTEN} bytes`,
    ...verification(error, options.hostname),
    '---',
    ...sessionLines(isRefused ? undefined : bits, error),
  ]
}

const sessionLines = (bits: number | undefined, error: VerifyError | undefined): string[] => [
  `New, ${AGREED_TLS.version}, Cipher is ${AGREED_TLS.cipher}`,
  ...(bits === undefined ? [] : [`Server public key is ${bits} bit`]),
  'Secure Renegotiation IS NOT supported',
  'Compression: NONE',
  'Expansion: NONE',
  'No ALPN negotiated',
  'Early data was not sent',
  `Verify return code: ${error ? `${error.code} (${error.text})` : '0 (ok)'}`,
  '---',
]
