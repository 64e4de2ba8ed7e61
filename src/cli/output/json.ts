import { encodeBase64 } from '../../core/base64.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { sectionLabel, sectionUrl } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import { positionIn } from '../position.ts'
import { exitCode, type Report } from '../report.ts'

/**
 * A report for programs: `{ command, ok, findings, verdict? }`. Lines and columns count from 1,
 * columns in UTF-16 units.
 * @param detail `full` adds the verdict's trace.
 */
export function renderJson(command: string, report: Report, detail: 'short' | 'full'): string {
  const { findings, verdict, data } = report
  const value = {
    command,
    ok: exitCode(report) === 0,
    findings: findings.map((found) => findingData(found, report.sources)),
    ...(verdict && {
      verdict: {
        kind: verdict.kind,
        result: verdict.result,
        reason: verdict.reason,
        ...verdict.data,
      },
    }),
    ...(verdict && detail === 'full' && { trace: verdict.trace }),
    ...data,
  }
  return `${JSON.stringify(value, octetsAsBase64, 2)}\n`
}

const octetsAsBase64 = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? encodeBase64(value) : value

type Sources = ReadonlyMap<string, string>

const findingData = (found: Diagnostic, sources: Sources) => ({
  code: found.code,
  severity: found.severity,
  file: found.file,
  ...region(found.span, sources.get(found.file) ?? ''),
  message: found.message,
  why: found.why,
  section: sectionLabel(found.source),
  url: sectionUrl(found.source),
  related: found.related.map(({ file, span, message }) => ({
    file,
    ...region(span, sources.get(file) ?? ''),
    message,
  })),
  fixes: found.fixes.map(({ title, edits }) => ({
    title,
    edits: edits.map(({ file = found.file, span, text }) => ({
      file,
      ...region(span, sources.get(file) ?? ''),
      text,
    })),
  })),
})

function region({ from, to }: Span, text: string) {
  const start = positionIn(text, from)
  const end = positionIn(text, to)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}
