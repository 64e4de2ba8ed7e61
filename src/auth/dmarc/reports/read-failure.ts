import { fromLatin1 } from '../../../core/bytes.ts'
import { parseIp } from '../../../core/ip.ts'
import type { Section } from '../../../core/section.ts'
import type { Span } from '../../../core/span.ts'
import { parseDate } from '../../../message/date.ts'
import type { HeaderField } from '../../../message/field.ts'
import { decodeMimeBase64 } from '../../../message/mime/base64.ts'
import { decodedText } from '../../../message/mime/decode.ts'
import type { Message } from '../../../message/parse.ts'
import type { MessageProblem } from '../../../message/problem.ts'
import { findReport, originalOf, readFieldGroups } from '../../../message/report/read-report.ts'
import {
  AUTH_FAILURES,
  DELIVERY_RESULTS,
  SEVERAL,
  SINGLE,
  type AlignedMechanism,
  type FailureReport,
  type ReadFailureReport,
} from './failure.ts'

type Note = (code: string, where: Span, message: string, source: Section) => void

const ARF: Section = { rfc: 5965 }
const AUTH_FAILURE: Section = { rfc: 6591 }
const DMARC: Section = { rfc: 9991, section: '4' }

/** Reads a failure report out of its message. Never throws: reports problems with their places. */
export function readFailureReport(message: Message): ReadFailureReport {
  const parts = findReport(message)
  const { machine } = parts ?? {}
  if (!parts || machine?.type !== 'message/feedback-report') return { problems: [] }
  const { groups, problems: unread } = readFieldGroups(message, machine)
  const problems: MessageProblem[] = [...unread]
  const note: Note = (code, span, text, source) =>
    problems.push({ code, span, message: text, source })
  if (parts.reportType !== 'feedback-report')
    note(
      'feedback/report-type',
      parts.container.span,
      'The `report-type` of a feedback report is `feedback-report`.',
      ARF,
    )
  const fields = groups.flat()
  const report = reportOf(fields)
  checkRequired(report, fields[0]?.span ?? machine.span, note)
  checkFields(fields, note)
  return {
    report,
    ...(parts.explanation ? { explanation: decodedText(message, parts.explanation) } : {}),
    ...originalOf(message, parts),
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}

const isKey = <Table extends object>(table: Table, key: string): key is keyof Table & string =>
  Object.hasOwn(table, key)

function reportOf(fields: readonly HeaderField[]): FailureReport {
  const single: Record<string, string> = {}
  const several: Record<(typeof SEVERAL)[keyof typeof SEVERAL], string[]> = {
    authenticationResults: [],
    originalRcptTo: [],
    reportedDomain: [],
    reportedUri: [],
    spfDns: [],
  }
  for (const { lower, value } of fields) {
    if (isKey(SINGLE, lower)) single[SINGLE[lower]] ??= value
    else if (isKey(SEVERAL, lower)) several[SEVERAL[lower]].push(value)
  }
  const {
    feedbackType = '',
    version = '',
    userAgent = '',
    authFailure,
    deliveryResult,
    ...rest
  } = single
  return {
    ...{ version, userAgent },
    feedbackType: feedbackType.toLowerCase(),
    ...(authFailure === undefined ? {} : { authFailure: authFailure.toLowerCase() }),
    ...(deliveryResult === undefined ? {} : { deliveryResult: deliveryResult.toLowerCase() }),
    ...rest,
    ...several,
    ...alignmentOf(fields),
    ...numberOf(fields, 'source-port', 'sourcePort'),
    ...numberOf(fields, 'incidents', 'incidents'),
    ...base64Of(fields, 'dkim-canonicalized-header', 'dkimCanonicalizedHeader'),
    ...base64Of(fields, 'dkim-canonicalized-body', 'dkimCanonicalizedBody'),
  }
}

const valueOf = (fields: readonly HeaderField[], name: string): string | undefined =>
  fields.find(({ lower }) => lower === name)?.value

/** A list of mechanisms, or `none`, with comments (RFC 9991 §4). */
function alignmentOf(fields: readonly HeaderField[]): Pick<FailureReport, 'identityAlignment'> {
  const value = valueOf(fields, 'identity-alignment')
  if (value === undefined) return {}
  const words = mechanismWords(value)
  return {
    identityAlignment: words.filter(
      (word): word is AlignedMechanism => word === 'dkim' || word === 'spf',
    ),
  }
}

const mechanismWords = (value: string): string[] =>
  value
    .replace(/\([^()]*\)/g, ' ')
    .split(',')
    .map((word) => word.trim().toLowerCase())

function numberOf<Key extends string>(
  fields: readonly HeaderField[],
  name: string,
  key: Key,
): Partial<Record<Key, number>> {
  const value = valueOf(fields, name)?.trim() ?? ''
  return /^\d{1,9}$/.test(value) ? ({ [key]: Number(value) } as Record<Key, number>) : {}
}

function base64Of<Key extends string>(
  fields: readonly HeaderField[],
  name: string,
  key: Key,
): Partial<Record<Key, string>> {
  const value = valueOf(fields, name)
  return value === undefined
    ? {}
    : ({ [key]: fromLatin1(decodeMimeBase64(value)) } as Record<Key, string>)
}

function checkRequired(report: FailureReport, where: Span, note: Note): void {
  const missing = (name: string, source: Section): void =>
    note('feedback/missing', where, `The report lacks its \`${name}\`.`, source)
  if (report.feedbackType === '') missing('Feedback-Type', ARF)
  if (report.userAgent === '') missing('User-Agent', ARF)
  if (report.version === '') missing('Version', ARF)
  if (report.feedbackType !== 'auth-failure') return
  if (report.authFailure === undefined) missing('Auth-Failure', AUTH_FAILURE)
  if (report.authFailure !== 'dmarc') return
  if (report.identityAlignment === undefined) missing('Identity-Alignment', DMARC)
  if (
    report.identityAlignment?.includes('dkim') &&
    report.dkimDomain === undefined &&
    report.dkimSelector !== undefined
  )
    missing('DKIM-Domain', DMARC)
}

function checkFields(fields: readonly HeaderField[], note: Note): void {
  const seen = new Set<string>()
  for (const { lower, name, value, nameSpan, valueSpan } of fields) {
    const isSingle =
      isKey(SINGLE, lower) || ['identity-alignment', 'source-port', 'incidents'].includes(lower)
    if (isSingle && seen.has(lower))
      note(
        'feedback/repeated',
        nameSpan,
        `\`${name}\` stands here once more; the first counts.`,
        ARF,
      )
    seen.add(lower)
    const wrong = problemOf(lower, value)
    if (wrong) note('feedback/value', valueSpan, wrong[0], wrong[1])
  }
}

function problemOf(
  lower: string,
  value: string,
): readonly [message: string, source: Section] | undefined {
  const word = value.trim().toLowerCase()
  const shown = word.slice(0, 60)
  if (lower === 'version' && word !== '1') return [`The version is \`1\`; not \`${shown}\`.`, ARF]
  if (lower === 'auth-failure' && !AUTH_FAILURES.includes(word))
    return [`\`${shown}\` is no kind of authentication failure.`, AUTH_FAILURE]
  if (lower === 'delivery-result' && !DELIVERY_RESULTS.includes(word))
    return [`\`${shown}\` is no delivery result.`, AUTH_FAILURE]
  if (lower === 'source-ip' && !parseIp(word)) return [`\`${shown}\` is no IP address.`, ARF]
  if (lower === 'source-port' && !(/^\d{1,5}$/.test(word) && Number(word) < 65_536))
    return [`\`${shown}\` is no port.`, { rfc: 6692 }]
  if (lower === 'incidents' && !/^\d{1,9}$/.test(word)) return [`\`${shown}\` is no number.`, ARF]
  if (lower === 'arrival-date' && parseDate(value) === undefined)
    return [`\`${shown}\` is no date.`, ARF]
  if (lower === 'identity-alignment') return alignmentProblem(value)
  return undefined
}

function alignmentProblem(value: string): readonly [message: string, source: Section] | undefined {
  const words = mechanismWords(value)
  const isNone = words.length === 1 && words[0] === 'none'
  const isList =
    words.every((word) => word === 'dkim' || word === 'spf') && new Set(words).size === words.length
  return isNone || isList
    ? undefined
    : ['This is `none`, or a list of `dkim` and `spf`, each at most once.', DMARC]
}
