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

export interface VerifyOptions {
  /** The name that the certificate must be for, where that is asked. */
  readonly hostname: string | undefined
  readonly onError: 'go on' | 'give up'
  /** `errors`: what holds is left out. */
  readonly report: 'all' | 'errors'
  /** In milliseconds. */
  readonly now: number
}

/** The checks in the order of OpenSSL: the chain, the name, the dates. */
export function verifyChain(
  shown: Certificate,
  leaf: ReadCertificate,
  options: VerifyOptions,
): Verified {
  const lines: string[] = []
  const isTerse = options.report === 'errors'
  const returned = isTerse ? [] : ['verify return:1']
  const subject = `depth=0 ${leaf.subject}`
  let error: VerifyError | undefined
  for (const check of checksOf(shown, leaf, options)) {
    if (check === 'root') {
      if (!isTerse) lines.push(`depth=1 ${leaf.issuer}`, ...returned)
      continue
    }
    error = check
    const { code, text, detail } = check
    lines.push(subject, `verify error:num=${code}:${text}`, ...(detail ? [detail] : []))
    if (options.onError === 'give up') return { lines, error }
    lines.push(...returned)
  }
  const detail = error?.detail === undefined ? [] : [error.detail]
  lines.push(...(isTerse ? [] : [subject]), ...detail, ...returned)
  return { lines, error }
}

/** The errors, and in their midst the root, where the chain leads to one. */
function checksOf(
  { issuer, names }: Certificate,
  leaf: ReadCertificate,
  { hostname, now }: VerifyOptions,
): (VerifyError | 'root')[] {
  const checks: (VerifyError | 'root')[] = []
  if (issuer === 'self') checks.push({ code: 18, text: 'self-signed certificate' })
  if (hostname !== undefined && !isFor(names, hostname))
    checks.push({ code: 62, text: 'hostname mismatch' })
  if (issuer === 'trusted') checks.push('root')
  if (now < leaf.from)
    checks.push({
      ...{ code: 9, text: 'certificate is not yet valid' },
      detail: `notBefore=${dateText(leaf.from)}`,
    })
  if (now >= leaf.until)
    checks.push({
      ...{ code: 10, text: 'certificate has expired' },
      detail: `notAfter=${dateText(leaf.until)}`,
    })
  return checks
}
