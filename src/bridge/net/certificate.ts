import { createSecureContext, type SecureContext } from 'node:tls'
import { generate } from 'selfsigned'

/** A certificate made for one run, and what a server needs to use it. */
export interface Certificate {
  readonly context: SecureContext
  /** PEM, for clients that shall trust it. */
  readonly certificate: string
  /** PEM of its private key. */
  readonly key: string
}

const DAY = 86_400_000

/**
 * Makes a key and a certificate for `localhost`, the loopback addresses and the hosts of the world.
 * @param now Milliseconds since 1970.
 */
export async function createCertificate(
  hosts: readonly string[],
  now: number,
): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + 30 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: alternatives(hosts) },
    ],
  })
  const context = createSecureContext({ key, cert, minVersion: 'TLSv1.2' })
  return { context, certificate: cert, key }
}

const alternatives = (hosts: readonly string[]) => [
  ...['localhost', ...hosts].map((value) => ({ type: 2 as const, value })),
  ...['127.0.0.1', '::1'].map((ip) => ({ type: 7 as const, ip })),
]
