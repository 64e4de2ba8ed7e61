import { parseIp } from '../../../core/ip.ts'
import { Elements } from './read-fields.ts'
import {
  OLD_OVERRIDES,
  OVERRIDES,
  type DkimAuthResult,
  type OverrideReason,
  type ReportForm,
  type ReportRecord,
  type SpfAuthResult,
} from './report.ts'
import type { ReportProblem, XmlElement } from './xml/element.ts'

const ALIGNED = ['fail', 'pass'] as const
const ACTIONS = ['none', 'pass', 'quarantine', 'reject'] as const
const OLD_ACTIONS = ['none', 'quarantine', 'reject'] as const

/** One `record` (RFC 9990 §3.1.1.7). A missing field is noted and gets a neutral value. */
export function readRecord(
  element: XmlElement,
  form: ReportForm,
  problems: ReportProblem[],
): ReportRecord {
  const at = (section: string, name: string): Elements | undefined => {
    const found = new Elements(element, '3.1.1.7', problems).below(name)
    return found && new Elements(found.element, section, problems)
  }
  const row = at('3.1.1.8', 'row')
  const names = at('3.1.1.10', 'identifiers')
  const results = at('3.1.1.11', 'auth_results')
  return {
    ...readRow(row, form, problems),
    headerFrom: names?.text('header_from') ?? '',
    ...optionalText(names, 'envelope_from', 'envelopeFrom'),
    ...optionalText(names, 'envelope_to', 'envelopeTo'),
    dkimResults:
      results?.all('dkim').map(({ element: one }) => readDkim(one, form, problems)) ?? [],
    ...readSpf(results, form, problems),
  }
}

function optionalText<Key extends string>(
  elements: Elements | undefined,
  name: string,
  key: Key,
): Partial<Record<Key, string>> {
  const found = elements?.optional(name)
  return found === undefined ? {} : ({ [key]: found } as Record<Key, string>)
}

type Row = Pick<ReportRecord, 'sourceIp' | 'count' | 'disposition' | 'dkim' | 'spf' | 'reasons'>

function readRow(row: Elements | undefined, form: ReportForm, problems: ReportProblem[]): Row {
  const sourceIp = row?.text('source_ip') ?? ''
  const where = row?.element.children.find(({ local }) => local === 'source_ip')?.inside
  if (row && where && !parseIp(sourceIp))
    row.note('report/address', where, `\`${sourceIp.slice(0, 60)}\` is no IP address.`)
  const found = row?.below('policy_evaluated')
  const evaluated = found && new Elements(found.element, '3.1.1.9', problems)
  return {
    sourceIp,
    count: row?.number('count') ?? 0,
    disposition: evaluated?.word('disposition', form === '9990' ? ACTIONS : OLD_ACTIONS) ?? 'none',
    dkim: evaluated?.word('dkim', ALIGNED) ?? 'fail',
    spf: evaluated?.word('spf', ALIGNED) ?? 'fail',
    reasons:
      evaluated?.all('reason').map(({ element }) => readReason(element, form, problems)) ?? [],
  }
}

function readReason(
  element: XmlElement,
  form: ReportForm,
  problems: ReportProblem[],
): OverrideReason {
  const reason = new Elements(element, '3.1.1.14', problems)
  const types = ['other', ...OVERRIDES, ...(form === '7489' ? OLD_OVERRIDES : [])] as const
  return { type: reason.word('type', types), ...optionalText(reason, 'comment', 'comment') }
}

const DKIM_WORDS = ['none', 'pass', 'fail', 'policy', 'neutral', 'temperror', 'permerror'] as const
const SPF_WORDS = [...DKIM_WORDS, 'softfail'] as const

function readDkim(
  element: XmlElement,
  form: ReportForm,
  problems: ReportProblem[],
): DkimAuthResult {
  const dkim = new Elements(element, '3.1.1.12', problems)
  // RFC 7489 left the selector open; RFC 9990 wants it (its Appendix C).
  const selector = form === '9990' ? dkim.text('selector') : dkim.optional('selector')
  return {
    domain: dkim.text('domain'),
    ...(selector === undefined || selector === '' ? {} : { selector }),
    result: dkim.word('result', DKIM_WORDS),
    ...optionalText(dkim, 'human_result', 'humanResult'),
  }
}

function readSpf(
  results: Elements | undefined,
  form: ReportForm,
  problems: ReportProblem[],
): { spfResult?: SpfAuthResult } {
  const [first, second] = results?.all('spf') ?? []
  if (second && form === '9990')
    results?.note(
      'report/repeated',
      second.element.nameSpan,
      '`spf` stands here once more; the first counts.',
    )
  if (!first) return {}
  const spf = new Elements(first.element, '3.1.1.13', problems)
  const scope = spf.optionalWord('scope', form === '9990' ? ['mfrom'] : ['mfrom', 'helo'])
  return {
    spfResult: {
      domain: spf.text('domain'),
      ...(scope === undefined ? {} : { scope }),
      result: spf.word('result', SPF_WORDS),
      ...optionalText(spf, 'human_result', 'humanResult'),
    },
  }
}
