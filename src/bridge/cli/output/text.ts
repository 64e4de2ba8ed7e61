import type { Diagnostic } from '../../../core/diagnostic.ts'
import type { Report, Verdict } from '../report.ts'
import { drawFinding, type Setting } from './finding.ts'
import { printable } from './paint.ts'
import { drawTrace } from './trace.ts'
import { columns, wrap } from './wrap.ts'

/** A report for people. */
export function renderText({ findings, sources, verdict, text }: Report, setting: Setting): string {
  if (typeof text === 'string') return text
  const parts = [
    ...findings.map((found) => drawFinding(found, sources.get(found.file) ?? '', setting)),
    ...(verdict ? [drawVerdict(verdict, setting)] : [summary(findings, sources.size)]),
    ...(verdict && setting.detail === 'full' ? [drawTrace(verdict.trace, setting)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function drawVerdict({ kind, result, hope, reason, lines }: Verdict, setting: Setting): string {
  const { paint, width } = setting
  const head = `${paint('bold', kind)}: ${paint(hope === 'met' ? 'green' : 'red', result)}`
  const rows = lines.map(([label, value]) => [label, printable(value)] as const)
  return [head, `  ${wrap(printable(reason), width - 2, '  ')}`, ...columns(rows, width)].join('\n')
}

function summary(findings: readonly Diagnostic[], files: number): string {
  const zones = files === 1 ? 'one zone' : `${files} zones`
  if (findings.length === 0) return `Nothing to mend in ${zones}.`
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((found) => found.severity === severity).length
    return count === 0
      ? []
      : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`]
  })
  return `${counts.join(', ')} in ${zones}.`
}
