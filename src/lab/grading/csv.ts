import { lacks, type Demand } from './demands.ts'
import type { GradeReport } from './report.ts'
import { summaryOf } from './summary.ts'

const HEAD = [
  ...['file', 'name', 'lesson', 'variant', 'passed', 'result', 'steps_done', 'steps'],
  ...['goals_met', 'goals', 'first_right', 'answered', 'mistakes', 'attempts', 'minutes'],
  ...['pastes', 'hints', 'last_hints', 'goals_open', 'mistakes_made', 'why', 'notes'],
] as const

/** Reports as comma-separated values, a row each (RFC 4180): for a spreadsheet, with a line of names first. */
export function gradesAsCsv(reports: readonly GradeReport[], demands: readonly Demand[]): string {
  const rows = reports.map((report) => rowOf(report, demands))
  return [HEAD, ...rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')
}

function rowOf(report: GradeReport, demands: readonly Demand[]): readonly (string | number)[] {
  const sum = summaryOf(report)
  const { steps = [], mistakes = [] } = report.work ?? {}
  const lacking = lacks(report, demands)
  const open = steps.flatMap(({ goals }) => goals.filter(({ met }) => !met).map(({ id }) => id))
  return [
    ...[sum.file, sum.name, sum.lesson, sum.variant, lacking.length > 0 ? 'no' : 'yes'],
    ...[sum.result, sum.done, sum.of, sum.goalsMet, sum.goals, sum.right, sum.answered],
    ...[sum.mistakes, sum.attempts, sum.minutes ?? '', sum.pastes, sum.hints, sum.shown],
    open.join(' '),
    mistakes.map(({ id, times }) => `${id} ×${times}`).join(' '),
    lacking.join(' '),
    report.notes.map(({ text }) => text).join(' '),
  ]
}

/**
 * A field in quotes where it needs them. A spreadsheet takes a text that begins like a formula for one, and
 * names come from strangers: an apostrophe before it makes it a text.
 */
function fieldOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^\s*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value
  return /[",\r\n;\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
