import { words } from '#words/senders'
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
  words.count(rows.filter(({ right }) => right).length, rows.length)

/** A row as one sentence, for who does not see it as a table. */
export function sentenceOf({
  report: { sender, verdict },
  right,
  decider,
  was,
}: SenderRow): string {
  return words.row({
    name: sender.name,
    ip: sender.ip,
    result: verdict.result,
    expected: right ? undefined : sender.expect,
    was,
    decider: decider.text,
  })
}

/** What is read out once an edit has settled; undefined where it changed nothing. */
export function announcementOf(rows: readonly SenderRow[]): string | undefined {
  const changed = rows.filter(({ was }) => was !== undefined)
  if (!changed.length) return undefined
  const results = [...new Set(changed.map(({ report }) => report.verdict.result))]
  const news = results.map((result) => {
    const all = changed.filter(({ report }) => report.verdict.result === result)
    const names = all.map(({ report }) => report.sender.name)
    return words.changed(names, all.length === rows.length, result)
  })
  return words.announced(countOf(rows), news)
}
