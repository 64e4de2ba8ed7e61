/** A report about TLS (RFC 8460 §4.4), as data. */
export interface TlsReport {
  readonly organization?: string
  readonly contact?: string
  readonly id?: string
  /** Milliseconds since 1970. */
  readonly start?: number
  readonly end?: number
  readonly policies: readonly TlsReportPolicy[]
}

export interface TlsReportPolicy {
  readonly type: 'tlsa' | 'sts' | 'no-policy-found' | 'unknown'
  readonly domain: string
  /** The policy as the sender saw it, a line each. */
  readonly lines: readonly string[]
  /** Patterns of mail hosts in that policy. */
  readonly hosts: readonly string[]
  /** Sessions, whole numbers. */
  readonly successes: number
  readonly failures: number
  readonly details: readonly TlsFailure[]
}

export interface TlsFailure {
  /** One of `RESULT_TYPES`, or a newer one. */
  readonly type: string
  readonly sessions: number
  readonly sendingIp?: string
  readonly receivingHost?: string
  readonly receivingHelo?: string
  readonly receivingIp?: string
  readonly information?: string
  readonly reason?: string
}

/** A field that a report lacks, or that has the wrong form. */
export interface ReportProblem {
  /** Where: `policies[0].summary.total-failure-session-count`. */
  readonly path: string
  readonly message: string
}

export interface ReportReading {
  /** Absent where the text is no JSON object. */
  readonly report?: TlsReport
  readonly problems: readonly ReportProblem[]
}

/** Why a session failed (RFC 8460 §4.3). */
export const RESULT_TYPES: Readonly<Record<string, string>> = {
  'starttls-not-supported': 'the mail host did not offer STARTTLS',
  'certificate-host-mismatch': 'the certificate is for another name',
  'certificate-expired': 'the certificate has expired',
  'certificate-not-trusted': 'no authority that the sender trusts signed the certificate',
  'validation-failure': 'the check failed for another reason',
  'tlsa-invalid': 'no TLSA record of DANE holds for the certificate',
  'dnssec-invalid': 'DNSSEC does not hold for the TLSA record',
  'dane-required': 'the sender insists on DANE, and there is none',
  'sts-policy-fetch-error': 'the policy of MTA-STS could not be fetched',
  'sts-policy-invalid': 'the policy of MTA-STS cannot be followed',
  'sts-webpki-invalid': 'the web server of the policy has no certificate that holds',
}
