import { fromStrictUtf8, fromUtf8 } from '../../../core/bytes.ts'
import { span, type Span } from '../../../core/span.ts'
import { decodeCharset } from '../../../message/charset.ts'
import { isPolicy, type Policy } from '../parse.ts'
import { Elements } from './read-fields.ts'
import { readRecord } from './read-record.ts'
import {
  NAMESPACE,
  type AggregateReport,
  type PolicyPublished,
  type ReportForm,
  type ReportMetadata,
  type ReportRecord,
} from './report.ts'
import type { ReportProblem, XmlElement } from './xml/element.ts'
import { readXml } from './xml/read.ts'

/** A report as it was read, and where each record of it stands. */
export interface ReadReport {
  /** Absent where the document is no aggregate report. */
  readonly report?: AggregateReport
  readonly form: ReportForm
  /** The document, of which spans count UTF-16 units. */
  readonly text: string
  /** Of each record, in order. */
  readonly recordSpans: readonly Span[]
  readonly problems: readonly ReportProblem[]
}

/**
 * Reads an aggregate report, by RFC 9990 or by RFC 7489. Never throws: a problem is reported
 * with its place, and all else is read. Compressed octets are for `gunzip` first.
 */
export function readAggregateReport(document: Uint8Array | string): ReadReport {
  const text = typeof document === 'string' ? document : decodeXml(document)
  const { root, problems: unread } = readXml(text)
  const problems = [...unread]
  if (!root || root.local !== 'feedback') {
    const where = root?.nameSpan ?? span(0, 0)
    if (root)
      problems.push(
        missing(
          where,
          `An aggregate report is a \`feedback\`; this document is a \`${root.local.slice(0, 60)}\`.`,
        ),
      )
    return { form: '9990', text, recordSpans: [], problems }
  }
  const form = formOf(root)
  const all = new Elements(root, '3.1.1.2', problems)
  const metadata = readMetadata(all, problems)
  const policy = readPolicy(all, form, problems)
  const records: ReportRecord[] = []
  const recordSpans: Span[] = []
  for (const { element } of all.all('record')) {
    records.push(readRecord(element, form, problems))
    recordSpans.push(element.span)
  }
  if (records.length === 0) problems.push(missing(root.nameSpan, 'The report has no `record`.'))
  checkVersion(all)
  problems.sort((a, b) => a.span.from - b.span.from)
  return { report: { metadata, policy, records }, form, text, recordSpans, problems }
}

const missing = (where: Span, message: string): ReportProblem => ({
  code: 'report/missing',
  span: where,
  message,
  source: { rfc: 9990, section: '3.1.1.1' },
})

/** By its namespace; without one, by what only one of the RFCs has. */
function formOf(root: XmlElement): ReportForm {
  if (root.namespace === NAMESPACE) return '9990'
  const policy = root.children.find(({ local }) => local === 'policy_published')
  const has = (...names: string[]): boolean =>
    policy?.children.some(({ local }) => names.includes(local)) ?? false
  return has('np', 'testing', 'discovery_method') && !has('pct') ? '9990' : '7489'
}

/** By its byte order mark, by its own declaration, or else UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeCharset(bytes, 'utf-16be')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeCharset(bytes, 'utf-16le')
  const whole = fromStrictUtf8(bytes)
  if (whole !== undefined) return whole.replace(/^\ufeff/, '')
  const head = fromUtf8(bytes.subarray(0, 200))
  const encoding = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  return decodeCharset(bytes, encoding ?? 'utf-8')
}

function checkVersion(all: Elements): void {
  const version = all.optional('version')
  const where = all.element.children.find(({ local }) => local === 'version')?.inside
  if (version !== undefined && where && !/^0*1(?:\.0*)?$/.test(version))
    all.note('report/value', where, `\`version\` is \`1.0\`; not \`${version.slice(0, 60)}\`.`)
}

function readMetadata(all: Elements, problems: ReportProblem[]): ReportMetadata {
  const element = all.below('report_metadata')?.element
  if (!element) return { orgName: '', email: '', reportId: '', begin: 0, end: 0 }
  const metadata = new Elements(element, '3.1.1.3', problems)
  const range = metadata.below('date_range')
  const [begin, end] = [range?.number('begin') ?? 0, range?.number('end') ?? 0]
  if (range && end < begin)
    range.note('report/period', range.element.span, 'The period ends before it begins.')
  const [extraContactInfo, error, generator] = ['extra_contact_info', 'error', 'generator'].map(
    (name) => metadata.optional(name),
  )
  return {
    orgName: metadata.text('org_name'),
    email: metadata.text('email'),
    ...(extraContactInfo === undefined ? {} : { extraContactInfo }),
    reportId: metadata.text('report_id'),
    ...{ begin, end },
    ...(error === undefined ? {} : { error }),
    ...(generator === undefined ? {} : { generator }),
  }
}

const POLICIES = ['none', 'quarantine', 'reject'] as const

function readPolicy(all: Elements, form: ReportForm, problems: ReportProblem[]): PolicyPublished {
  const element = all.below('policy_published')?.element
  if (!element) return { domain: '', p: 'none' }
  const policy = new Elements(element, '3.1.1.5', problems)
  const asked = (name: 'sp' | 'np'): { sp?: Policy; np?: Policy } => {
    const found = policy.optionalWord(name, POLICIES)
    return found !== undefined && isPolicy(found) ? { [name]: found } : {}
  }
  const adkim = policy.optionalWord('adkim', ['r', 's'])
  const aspf = policy.optionalWord('aspf', ['r', 's'])
  const testing = policy.optionalWord('testing', ['n', 'y'])
  const discoveryMethod = policy.optionalWord('discovery_method', ['treewalk', 'psl'])
  const [fo, pct] = [policy.optional('fo'), form === '7489' ? policy.optional('pct') : undefined]
  return {
    domain: policy.text('domain'),
    ...(discoveryMethod === undefined ? {} : { discoveryMethod }),
    p: policy.word('p', POLICIES),
    ...asked('sp'),
    ...asked('np'),
    ...(fo === undefined ? {} : { fo }),
    ...(adkim === undefined ? {} : { adkim }),
    ...(aspf === undefined ? {} : { aspf }),
    ...(testing === undefined ? {} : { testing }),
    ...(pct !== undefined && /^\d{1,3}$/.test(pct) ? { pct: Number(pct) } : {}),
  }
}
