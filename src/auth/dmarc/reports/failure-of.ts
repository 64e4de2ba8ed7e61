import { formatDate } from '../../../message/date.ts'
import type { SignatureVerdict } from '../../dkim/verify.ts'
import type { SpfVerdict } from '../../spf/evaluate.ts'
import { askedName, isSameDomain } from '../../../core/idna.ts'
import { questionsOf } from '../../../core/trace.ts'
import { joinedText, recordsOf } from '../../../core/dns.ts'
import type { DmarcVerdict } from '../evaluate.ts'
import type { DmarcRecord } from '../parse.ts'
import type { AlignedMechanism, FailureReport } from './failure.ts'

/** A message that was judged, as a failure report needs it. */
export interface JudgedMessage {
  readonly spf: SpfVerdict
  readonly dkim: readonly SignatureVerdict[]
  readonly dmarc: DmarcVerdict
  /** The value of the Authentication-Results field. */
  readonly header: string
  readonly ip: string
  readonly port?: number
  readonly mailFrom: string
  readonly rcptTo: readonly string[]
  /** Milliseconds since 1970. */
  readonly at: number
  readonly envelopeId?: string
  /** What was done with it. */
  readonly deliveryResult?: 'delivered' | 'spam' | 'policy' | 'reject' | 'other'
  /** `name/version` */
  readonly userAgent: string
}

/** Mechanisms that did not vouch for the author domain, aligned. */
export const unaligned = ({ alignment }: Pick<DmarcVerdict, 'alignment'>): AlignedMechanism[] => [
  ...(alignment.dkim.some(({ aligned }) => aligned) ? [] : ['dkim' as const]),
  ...(alignment.spf?.aligned ? [] : ['spf' as const]),
]

/**
 * Whether the policy asks for a report about this message (RFC 9989 §4.7, `fo`). `0`, the default:
 * where nothing vouched. `1`: where something did not. `d`, `s`: where a DKIM signature did not hold,
 * or SPF did not pass, aligned or not. Where `1` stands, `0` adds nothing.
 */
export function wantsFailureReport(
  record: Pick<DmarcRecord, 'fo' | 'ruf' | 'psd'>,
  judged: Pick<JudgedMessage, 'dmarc' | 'dkim' | 'spf'>,
): boolean {
  if (!record.ruf.some(({ valid }) => valid) || record.psd === 'y') return false
  const options = record.fo.map(({ text }) => text.toLowerCase())
  const known = options.filter((one) => ['0', '1', 'd', 's'].includes(one))
  const failed = unaligned(judged.dmarc)
  return (known.length === 0 ? ['0'] : known).some((option) => {
    if (option === '0') return failed.length === 2
    if (option === '1') return failed.length > 0
    if (option === 'd') return judged.dkim.some(({ result }) => result !== 'pass')
    return judged.spf.result !== 'pass'
  })
}

/** What a failure report states about a message (RFC 9991 §4). */
export function failureReportOf(judged: JudgedMessage): FailureReport {
  const { dmarc, spf, dkim, mailFrom, rcptTo } = judged
  const failed = unaligned(dmarc)
  const signature = failed.includes('dkim') ? alignedFailure(dkim, dmarc) : undefined
  return {
    feedbackType: 'auth-failure',
    version: '1',
    userAgent: judged.userAgent,
    authFailure: 'dmarc',
    identityAlignment: failed,
    ...(judged.deliveryResult === undefined ? {} : { deliveryResult: judged.deliveryResult }),
    ...(signature && {
      dkimDomain: askedName(signature.domain),
      dkimIdentity: signature.identity,
      dkimSelector: signature.selector,
    }),
    spfDns: failed.includes('spf') ? spfRecords(spf) : [],
    authenticationResults: [judged.header],
    ...(judged.envelopeId === undefined ? {} : { originalEnvelopeId: judged.envelopeId }),
    originalMailFrom: mailFrom === '' ? '<>' : mailFrom,
    originalRcptTo: rcptTo,
    arrivalDate: formatDate(judged.at),
    sourceIp: judged.ip,
    ...(judged.port === undefined ? {} : { sourcePort: judged.port }),
    reportedDomain: [askedName(dmarc.authorDomain)],
    reportedUri: [],
  }
}

/** The signature that would have been aligned, had it held; else any that did not hold. */
const alignedFailure = (
  signatures: readonly SignatureVerdict[],
  { authorDomain }: DmarcVerdict,
): SignatureVerdict | undefined => {
  const failed = signatures.filter(({ result }) => result !== 'pass')
  return failed.find(({ domain }) => isSameDomain(domain, authorDomain)) ?? failed[0]
}

/** The SPF records that were found on the way (RFC 6591). */
function spfRecords(spf: SpfVerdict): string[] {
  const found = questionsOf(spf.trace).flatMap(({ question, answer }) =>
    recordsOf(answer, 'TXT')
      .map(joinedText)
      .filter((text) => /^v=spf1(?: |$)/i.test(text))
      .map((text) => `txt : ${question.name} : "${text.replace(/["\\]/g, '\\$&')}"`),
  )
  return [...new Set(found)]
}
