import { groupBy } from '../../core/group-by.ts'
import type { RecordedPlay } from '../record/record.ts'
import type { GradeReport } from './report.ts'

/** So many inputs with a time of their own are no coincidence. */
const FEWEST = 4

/**
 * The times of a play's inputs: two people never have the same, whatever names their variants have.
 * @returns Undefined where too few are known.
 */
export function timePrint({ track }: RecordedPlay): string | undefined {
  const starts = new Set((track?.times ?? []).flatMap((time) => (time ? [time[0]] : [])))
  return track && starts.size >= FEWEST ? JSON.stringify(track.times) : undefined
}

/** Notes on each report whose times are those of another. */
export function withCopies(reports: readonly GradeReport[]): readonly GradeReport[] {
  const same = groupBy(reports, ({ print }) => print ?? '')
  return reports.map((report) => {
    const others = (same.get(report.print ?? '') ?? []).filter((one) => one !== report)
    if (report.print === undefined || others.length === 0) return report
    const names = others.map(({ file }) => `\`${file}\``).join(', ')
    const text = `Its times are those of ${names}, to the millisecond: one was made of the other.`
    return { ...report, notes: [...report.notes, { kind: 'same', text }] }
  })
}
