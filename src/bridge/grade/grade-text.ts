import { alignColumns, wrapText } from '../../core/text/columns.ts'
import { printable, type Paint } from '../../cli/output/paint.ts'
import { commonMistakes } from '../../lab/grading/common-mistakes.ts'
import { lacks, type Demand } from '../../lab/grading/demands.ts'
import type { Doubt, GradedStep, GradeReport } from '../../lab/grading/report.ts'
import { summaryOf } from '../../lab/grading/summary.ts'

export interface GradeSetting {
  readonly demands: readonly Demand[]
  readonly paint: Paint
  /** Columns. */
  readonly width: number
  /** `full`: with each goal, mistake and paste. */
  readonly detail: 'short' | 'full'
}

/** Mistakes that are listed below the table. */
const MOST_COMMON = 5

/** Reports as a table, what each lacks below it, and what was common. */
export function drawGrades(reports: readonly GradeReport[], setting: GradeSetting): string {
  const { demands } = setting
  const [head = '', ...rows] = alignColumns([HEAD, ...reports.map((one) => rowOf(one, demands))])
  const passed = reports.filter((report) => lacks(report, demands).length === 0).length
  return [
    setting.paint('bold', head),
    ...reports.flatMap((report, at) => [rows[at]!, ...below(report, setting)]),
    '',
    ...common(reports, setting),
    `${passed} of ${reports.length} pass.`,
    '',
  ].join('\n')
}

const HEAD = [
  ...['  NAME', 'LESSON', 'RESULT', 'STEPS', 'GOALS', 'FIRST', 'WRONG', 'TRIES', 'MIN'],
  ...['PASTED', 'HINTS'],
]

function rowOf(report: GradeReport, demands: readonly Demand[]): string[] {
  const sum = summaryOf(report)
  const mark = lacks(report, demands).length === 0 ? '✓' : '✗'
  const who = `${mark} ${printable(oneLine(sum.name || report.file))}`
  const what = [who, printable(sum.lesson), sum.result]
  if (!report.work) return what
  return [
    ...what,
    ...[`${sum.done}/${sum.of}`, `${sum.goalsMet}/${sum.goals}`, `${sum.right}/${sum.answered}`],
    ...[sum.mistakes, sum.attempts, sum.minutes ?? '–', sum.pastes].map(String),
    sum.shown > 0 ? `${sum.hints}, last` : String(sum.hints),
  ]
}

/** What stands below a row: why it does not pass, what to look at, and all of it where that is asked for. */
function below(report: GradeReport, setting: GradeSetting): string[] {
  const { demands, width, detail, paint } = setting
  const isBelieved = report.doubts.length === 0
  const lacking = isBelieved ? lacks(report, demands) : report.doubts.map(doubtLine)
  const lines = [
    ...(isBelieved ? [] : [`${report.file}:`]),
    ...lacking,
    ...report.notes.map(({ text }) => `Note: ${text}`),
  ]
  const set = lines.flatMap((line) => wrapText(printable(line), '      ', width, '    '))
  const whole = detail === 'full' ? detailLines(report).map((line) => `    ${printable(line)}`) : []
  return [...set.map((line) => (isBelieved ? line : paint('red', line))), ...whole]
}

function doubtLine({ kind, text, line, input }: Doubt): string {
  const places = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(input === undefined ? [] : [`input ${input}`]),
  ]
  return `${[kind, ...places].join(', ')}: ${text}`
}

function detailLines({ work, lesson }: GradeReport): string[] {
  if (!work) return []
  return [
    ...(lesson?.variant === undefined ? [] : [`variant ${lesson.variant}`]),
    ...work.steps.flatMap(stepLines),
    ...work.mistakes.map(({ text, times }) => `mistake ×${times}: ${text}`),
    ...work.pastes.map(
      ({ at, size, text }) => `pasted after ${clock(at)}: ${size} characters, “${oneLine(text)}”`,
    ),
  ]
}

const stepLines = ({ title, done, at, goals, card, wasShown }: GradedStep): string[] => [
  `${done ? '✓' : '✗'} ${title}${after(at)}${wasShown ? ', with its last hint' : ''}`,
  ...goals.map(({ text, met, at }) => `  ${met ? '✓' : '✗'} ${text}${after(at)}`),
  ...(card ? [`  ? first answer: ${card.first}; tries: ${card.tries}`] : []),
]

const after = (at: number | undefined): string => (at === undefined ? '' : ` (${clock(at)})`)

/** `1:05:09`, or `5:09`. @param at In milliseconds. */
function clock(at: number): string {
  const seconds = Math.round(at / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}

const MOST_SHOWN = 60

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line
}

function common(reports: readonly GradeReport[], { paint, width }: GradeSetting): string[] {
  const found = commonMistakes(reports).filter((one) => one.in > 1)
  if (found.length === 0) return []
  const lines = found.slice(0, MOST_COMMON).map(({ text, in: count, lesson }) => {
    const whole = `${count} of ${reports.length} (${lesson}): ${text}`
    return wrapText(printable(whole), '      ', width, '  ').join('\n')
  })
  return [paint('bold', 'What several did wrong'), ...lines, '']
}
