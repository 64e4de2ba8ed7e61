/**
 * HELO World as a library: zones and messages in, verdicts with their reasons out. Runs in Node and
 * in browsers, and asks no one but the resolver that it is given.
 *
 * @example
 * import { createResolver, evaluateSpf, lint, parseZone, renderFrame } from 'helo-world'
 *
 * const parsed = parseZone('@ TXT "v=spf1 -all mx"', { origin: 'example.org' })
 * for (const found of lint([parsed])) console.log(renderFrame(found, parsed.zone.text))
 *
 * const sender = { ip: '192.0.2.1', helo: 'mx.example.net', mailFrom: 'ann@example.org' }
 * console.log(evaluateSpf(sender, createResolver([parsed.zone])).reason)
 */
export { cachingResolver } from './dns/caching-resolver.ts'
export { createResolver } from './dns/resolver.ts'
export { withFaults } from './dns/with-faults.ts'
export { formatZone } from './dns/zone/format.ts'
export { parseZone } from './dns/zone/parse.ts'
export { lint } from './library/lint.ts'
export { lintMessage } from './lint/lint-message.ts'
export { rules } from './library/rules.ts'

export { sealArc, verifyArc } from './library/arc.ts'
export { authenticate } from './library/authenticate.ts'
export { evaluateBimi, evaluateBimiAsync } from './library/bimi.ts'
export { signDkim, verifyDkim } from './library/dkim.ts'
export { evaluateDmarc, evaluateDmarcAsync } from './library/dmarc.ts'
export { evaluateFcrdns, evaluateFcrdnsAsync } from './library/fcrdns.ts'
export { evaluateMtaSts, evaluateMtaStsAsync } from './library/mta-sts.ts'
export { findMailHosts, findMailHostsAsync } from './library/mx.ts'
export {
  mergeAuthenticationResults,
  readAuthenticationResults,
  writeAuthenticationResults,
} from './library/results.ts'
export { readReceivedSpf } from './auth/spf/read-received.ts'
export { writeReceivedSpf } from './auth/spf/received.ts'
export { evaluateSpf, evaluateSpfAsync } from './library/spf.ts'
export { evaluateTlsRpt, evaluateTlsRptAsync } from './library/tls-rpt.ts'
export { findUnsubscribe } from './library/unsubscribe.ts'

export { parseSuffixList } from './auth/dmarc/suffix-list.ts'
export { lintStsPolicy } from './lint/mta-sts/policy-family.ts'
export { parseStsPolicy } from './auth/mta-sts/policy.ts'
export { parseTlsReport } from './auth/tls-rpt/read-report.ts'

export { bodyOf, parseMessage } from './message/parse.ts'
export { composeMessage } from './message/compose.ts'
export { readReceivedChain } from './message/received-chain.ts'
export { composeMime } from './message/mime/compose/compose.ts'
export { decodedBytes, decodedText, leavesOf, walkParts } from './message/mime/decode.ts'
export { readMime } from './message/mime/tree.ts'
export { decodeWords } from './message/encoded-words.ts'
export { composeDsn } from './message/dsn/compose.ts'
export { explainStatus } from './message/dsn/status.ts'

export {
  findReportDestinations,
  findReportDestinationsAsync,
  parseDsn,
  readDmarcReport,
  readFailureReport,
} from './library/dmarc-reports.ts'
export { composeFailureReport } from './auth/dmarc/reports/compose-failure.ts'
export { failureReportOf, wantsFailureReport } from './auth/dmarc/reports/failure-of.ts'
export { gatherReports } from './auth/dmarc/reports/gather.ts'
export { composeReportMail } from './auth/dmarc/reports/mail.ts'
export { summarizeReports } from './auth/dmarc/reports/summary.ts'
export { writeAggregateReport as writeDmarcReport } from './auth/dmarc/reports/write.ts'
export { compareSigned } from './auth/dkim/difference/compare.ts'

export { simulatedClock } from './core/clock.ts'
export { applyEdits } from './core/diagnostic.ts'
export { renderFrame } from './core/frame.ts'
export { sectionLabel, sectionUrl } from './core/section.ts'
export { questionsOf, walkSteps } from './core/trace.ts'

export type { Clock, SettableClock } from './core/clock.ts'
export type { Diagnostic, Fix, Related, Severity, TextEdit } from './core/diagnostic.ts'
export type { DnsQuestion } from './core/effects.ts'
export type { DnsAnswer, DnsRecord, DnsStatus, RecordOf, RecordType, Resolver } from './core/dns.ts'
export type { Section } from './core/section.ts'
export type { Place, Span } from './core/span.ts'
export type { Outcome, Step } from './core/trace.ts'
export type { CachingResolver } from './dns/caching-resolver.ts'
export type { InjectedFault } from './dns/with-faults.ts'
export type { ParsedZone, ParseOptions } from './dns/zone/parse.ts'
export type { Zone, ZoneEntry, ZoneField, ZoneRecord } from './dns/zone/zone.ts'
export type { Draft } from './message/compose.ts'
export type { HeaderField } from './message/field.ts'
export type { Message } from './message/parse.ts'
export type { MessageProblem } from './message/problem.ts'

export type { SealResult } from './auth/arc/seal-message.ts'
export type {
  ArcResult,
  ArcSealVerdict,
  ArcSetVerdict,
  ArcSignatureVerdict,
  ArcVerdict,
  ChainStatus,
} from './auth/arc/validate.ts'
export type { Authentication } from './auth/authenticate.ts'
export type { BimiQuery, BimiVerdict } from './auth/bimi/evaluate.ts'
export type { BimiRecord } from './auth/bimi/record.ts'
export type { SignResult } from './auth/dkim/sign.ts'
export type { DkimResult, DkimVerdict, SignatureVerdict } from './auth/dkim/verify.ts'
export type { Alignment, DmarcMode, DmarcVerdict, Identifier } from './auth/dmarc/evaluate.ts'
export type { DmarcRecord, Policy } from './auth/dmarc/parse.ts'
export type { FcrdnsVerdict } from './auth/fcrdns/evaluate.ts'
export type { StsHost, StsQuery, StsVerdict } from './auth/mta-sts/evaluate.ts'
export type { PolicyContext } from './lint/mta-sts/policy-family.ts'
export type { PolicyField, PolicyProblem, StsMode, StsPolicy } from './auth/mta-sts/policy.ts'
export type { MailHost, MxVerdict } from './auth/mx/evaluate.ts'
export type { PlainResult, PlainResults } from './auth/results/print.ts'
export type { ResultsProblem } from './auth/results/results.ts'
export type { Decision, SpfInput, SpfResult, SpfVerdict } from './auth/spf/evaluate.ts'
export type { ReceivedPair, ReceivedProblem, ReceivedSpfField } from './auth/spf/read-received.ts'
export type { ReceivedSpf } from './auth/spf/received.ts'
export type { TlsRptVerdict } from './auth/tls-rpt/evaluate.ts'
export type { TlsReportUri, TlsRptRecord } from './auth/tls-rpt/record.ts'
export type {
  ReportProblem,
  ReportReading,
  TlsFailure,
  TlsReport,
  TlsReportPolicy,
} from './auth/tls-rpt/report.ts'

export type { ArcSealOptions } from './library/arc.ts'
export type { AuthenticateInput } from './library/authenticate.ts'
export type { DkimOptions, DkimSignOptions } from './library/dkim.ts'
export type { DmarcInput } from './library/dmarc.ts'
export type { LintOptions } from './library/lint.ts'
export type { AsyncResolver } from './library/resolver.ts'
export type { ResultsReading } from './library/results.ts'
export type { RuleInfo } from './library/rules.ts'
export type { UnsubscribeWays } from './library/unsubscribe.ts'

export type { DraftPart, MimeDraft } from './message/mime/compose/compose.ts'
export type { MimeTree, Part } from './message/mime/tree.ts'
export type { Delivery, DsnDraft } from './message/dsn/compose.ts'
export type { Action, Dsn, DsnRecipient, ReadDsn } from './message/dsn/dsn.ts'
export type { Status } from './message/dsn/status.ts'
export type { Destination, Destinations } from './auth/dmarc/external-destination.ts'
export type { FailureMail } from './auth/dmarc/reports/compose-failure.ts'
export type { FailureReport, ReadFailureReport } from './auth/dmarc/reports/failure.ts'
export type { JudgedMessage } from './auth/dmarc/reports/failure-of.ts'
export type { GatheredReport, Observation, Reporter } from './auth/dmarc/reports/gather.ts'
export type { ReportMail } from './auth/dmarc/reports/mail.ts'
export type { ReadReport } from './auth/dmarc/reports/read.ts'
export type { AggregateReport, ReportForm, ReportRecord } from './auth/dmarc/reports/report.ts'
export type { ReportSummary, SourceSummary } from './auth/dmarc/reports/summary.ts'
export type { ReportProblem as DmarcReportProblem } from './auth/dmarc/reports/xml/element.ts'
export type {
  Difference,
  DifferenceKind,
  SignedDifference,
} from './auth/dkim/difference/compare.ts'
export type { DestinationInput } from './library/dmarc-reports.ts'
