import { wrapBeside, wrapText } from '../../core/text/columns.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { isMessageFile } from '../read-input.ts'
import type { Report, Verdict } from '../report.ts'
import { drawFinding, type Setting } from './finding.ts'
import { printable } from './paint.ts'
import { drawTrace } from './trace.ts'

/** A report for people. */
export function renderText({ findings, sources, verdict, text }: Report, setting: Setting): string {
  if (typeof text === 'string') return text
  const parts = [
    ...findings.map((found) => drawFinding(found, sources.get(found.file) ?? '', setting)),
    ...(verdict ? [drawVerdict(verdict, setting)] : [summary(findings, [...sources.keys()])]),
    ...(verdict && setting.detail === 'full' ? [drawTrace(verdict.trace, setting)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function drawVerdict({ kind, result, hope, reason, lines }: Verdict, setting: Setting): string {
  const { paint, width } = setting
  const head = `${paint('bold', kind)}: ${paint(hope === 'met' ? 'green' : 'red', result)}`
  const rows = lines.map(([label, value]) => [label, printable(value)] as const)
  return [head, ...wrapText(printable(reason), '  ', width), ...wrapBeside(rows, width)].join('\n')
}

function summary(findings: readonly Diagnostic[], files: readonly string[]): string {
  const where = places(files)
  if (findings.length === 0) return `No problems in ${where}.`
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((found) => found.severity === severity).length
    return count === 0
      ? []
      : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`]
  })
  return `${counts.join(', ')} in ${where}.`
}

/** `one zone and 2 messages` */
function places(files: readonly string[]): string {
  const messages = files.filter(isMessageFile).length
  return [countOf(files.length - messages, 'zone'), countOf(messages, 'message')]
    .filter((words) => words !== undefined)
    .join(' and ')
}

function countOf(count: number, what: string): string | undefined {
  if (count === 0) return undefined
  return count === 1 ? `one ${what}` : `${count} ${what}s`
}
