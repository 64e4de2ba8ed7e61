import type { Span } from '../../../core/span.ts'
import type { MessageProblem } from '../../../message/problem.ts'

/** What an authentication failure report states (RFC 5965, RFC 6591, RFC 9991 §4). */
export interface FailureReport {
  /** `auth-failure` for those of DMARC; feedback of other kinds is read as well. */
  readonly feedbackType: string
  readonly version: string
  readonly userAgent: string
  /** What failed: `dmarc`, `spf`, `signature`, `bodyhash`, `revoked`, `adsp`. */
  readonly authFailure?: string
  /** Mechanisms that found no aligned identifier; absent where the report lacks the field. */
  readonly identityAlignment?: readonly AlignedMechanism[]
  /** `delivered`, `spam`, `policy`, `reject`, `other`. */
  readonly deliveryResult?: string
  readonly dkimDomain?: string
  readonly dkimIdentity?: string
  readonly dkimSelector?: string
  /** The key record that was found. */
  readonly dkimSelectorDns?: string
  /** What was hashed, base64 undone. */
  readonly dkimCanonicalizedHeader?: string
  readonly dkimCanonicalizedBody?: string
  /** `txt : example.com : "v=spf1 -all"` */
  readonly spfDns: readonly string[]
  readonly authenticationResults: readonly string[]
  readonly originalEnvelopeId?: string
  readonly originalMailFrom?: string
  readonly originalRcptTo: readonly string[]
  /** As a message writes it. */
  readonly arrivalDate?: string
  readonly reportingMta?: string
  readonly sourceIp?: string
  readonly sourcePort?: number
  /** How many messages it stands for; 1 where the report lacks the field. */
  readonly incidents?: number
  readonly reportedDomain: readonly string[]
  readonly reportedUri: readonly string[]
}

export type AlignedMechanism = 'dkim' | 'spf'

/** A failure report as it was read out of its mail. Spans count octets of the mail. */
export interface ReadFailureReport {
  /** Absent where the mail is no feedback report. */
  readonly report?: FailureReport
  /** For people. */
  readonly explanation?: string
  /** The message that failed, or its header alone. */
  readonly original?: {
    readonly span: Span
    readonly returned: 'full' | 'headers'
    readonly bytes: Uint8Array
  }
  readonly problems: readonly MessageProblem[]
}

/** Fields that stand once (RFC 5965, RFC 6591), by their name in lower case. */
export const SINGLE = {
  'feedback-type': 'feedbackType',
  'user-agent': 'userAgent',
  version: 'version',
  'auth-failure': 'authFailure',
  'delivery-result': 'deliveryResult',
  'dkim-domain': 'dkimDomain',
  'dkim-identity': 'dkimIdentity',
  'dkim-selector': 'dkimSelector',
  'dkim-selector-dns': 'dkimSelectorDns',
  'original-envelope-id': 'originalEnvelopeId',
  'original-mail-from': 'originalMailFrom',
  'arrival-date': 'arrivalDate',
  'reporting-mta': 'reportingMta',
  'source-ip': 'sourceIp',
} as const

/** Fields that may stand several times (RFC 5965, RFC 6591). */
export const SEVERAL = {
  'authentication-results': 'authenticationResults',
  'original-rcpt-to': 'originalRcptTo',
  'reported-domain': 'reportedDomain',
  'reported-uri': 'reportedUri',
  'spf-dns': 'spfDns',
} as const

/** RFC 6591, and RFC 9991 §4. */
export const AUTH_FAILURES = ['adsp', 'bodyhash', 'revoked', 'signature', 'spf', 'dmarc']

/** RFC 6591. */
export const DELIVERY_RESULTS = ['delivered', 'spam', 'policy', 'reject', 'other']
