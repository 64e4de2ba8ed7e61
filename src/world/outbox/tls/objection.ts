import type { CertificateProblem } from '../../tls/certificate.ts'

/** Why mail does not go over a connection. */
export interface TlsObjection {
  /** As reports about TLS name it (RFC 8460 §4.3). */
  readonly kind: string
  /** In a sentence. */
  readonly reason: string
  readonly source?: { readonly rfc: number; readonly section: string }
}

/** The names of RFC 8460 §4.3 for what is wrong with a certificate. */
export const RESULT_OF: Readonly<Record<CertificateProblem['kind'], string>> = {
  name: 'certificate-host-mismatch',
  expired: 'certificate-expired',
  early: 'validation-failure',
  untrusted: 'certificate-not-trusted',
}
