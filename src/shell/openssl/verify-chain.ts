import type { Certificate } from '../../core/tls.ts'
import { isFor } from '../../world/tls/certificate.ts'
import type { ReadCertificate } from './certificate-read.ts'
import { dateText } from './certificate-text.ts'

/** A check that failed, with the number that OpenSSL has for it. */
export interface VerifyError {
  readonly code: number
  readonly text: string
  /** A line behind it. */
  readonly detail?: string
}

export interface Verified {
  /** What is printed meanwhile, on standard error. */
  readonly lines: readonly string[]
  /** The last error; undefined where the certificate holds. */
  readonly error: VerifyError | undefined
}

/** The checks in the order of OpenSSL: the chain, the name, the dates. @param now In milliseconds. */
export function verifyChain(
  shown: Certificate,
  leaf: ReadCertificate,
  hostname: string | undefined,
  now: number,
): Verified {
  const lines: string[] = []
  let error: VerifyError | undefined
  const subject = `depth=0 ${leaf.subject}`
  const fail = (found: VerifyError): void => {
    error = found
    lines.push(subject, `verify error:num=${found.code}:${found.text}`)
    if (found.detail !== undefined) lines.push(found.detail)
    lines.push('verify return:1')
  }
  if (shown.issuer === 'self') fail({ code: 18, text: 'self-signed certificate' })
  if (hostname !== undefined && !isFor(shown.names, hostname))
    fail({ code: 62, text: 'hostname mismatch' })
  if (shown.issuer === 'trusted') lines.push(`depth=1 ${leaf.issuer}`, 'verify return:1')
  if (now < leaf.from)
    fail({
      code: 9,
      text: 'certificate is not yet valid',
      detail: `notBefore=${dateText(leaf.from)}`,
    })
  if (now >= leaf.until)
    fail({ code: 10, text: 'certificate has expired', detail: `notAfter=${dateText(leaf.until)}` })
  lines.push(subject, ...(error?.detail === undefined ? [] : [error.detail]), 'verify return:1')
  return { lines, error }
}
