import type { SenderReport, ZoneText } from '../../../lab/types.ts'
import { deciderOf, type Decider } from '../../views/spf/decided-by.ts'
import { formerResult, type Changes } from './changes.ts'

/** What a row says of one sender. */
export interface SenderRow {
  readonly report: SenderReport
  /** Whether the result is one that is expected. */
  readonly right: boolean
  readonly decider: Decider
  /** The result before the last edit, where that changed it. */
  readonly was: string | undefined
}

export const rowsOf = (
  reports: readonly SenderReport[],
  zones: readonly ZoneText[],
  changes: Changes | undefined,
): SenderRow[] =>
  reports.map((report) => ({
    report,
    right: report.sender.expect.some((expected) => expected === report.verdict.result),
    decider: deciderOf(report.verdict, zones),
    was: changes && formerResult(changes, report.sender.id),
  }))

export const countOf = (rows: readonly SenderRow[]): string =>
  `${rows.filter(({ right }) => right).length} of ${rows.length} right`

/** A row as one sentence, for who does not see it as a table. */
export function sentenceOf({
  report: { sender, verdict },
  right,
  decider,
  was,
}: SenderRow): string {
  const expected = right ? 'as it should be' : `should be ${sender.expect.join(' or ')}`
  const before = was ? `, was ${was}` : ''
  return `${sender.name}, ${sender.ip}: SPF ${verdict.result}, ${expected}${before}; decided by ${decider.text}`
}

/** What is read out once an edit has settled; undefined where it changed nothing. */
export function announcementOf(rows: readonly SenderRow[]): string | undefined {
  const changed = rows.filter(({ was }) => was !== undefined)
  if (!changed.length) return undefined
  const results = [...new Set(changed.map(({ report }) => report.verdict.result))]
  const news = results.map((result) => {
    const all = changed.filter(({ report }) => report.verdict.result === result)
    return `${subjectOf(all, rows.length)} ${verbOf(result, all.length > 1)}`
  })
  return `${countOf(rows)}; ${news.join(', ')}.`
}

function subjectOf(these: readonly SenderRow[], of: number): string {
  if (these.length === of && of > 1) return `all ${of}`
  const names = these.map(({ report }) => report.sender.name)
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names[0]!
}

function verbOf(result: string, plural: boolean): string {
  if (result === 'pass' || result === 'fail') {
    const singular = result === 'pass' ? 'passes' : 'fails'
    return `now ${plural ? result : singular}`
  }
  return `now ${plural ? 'get' : 'gets'} ${result}`
}
