import type { Fix } from '../../core/diagnostic.ts'
import { span, type Span } from '../../core/span.ts'
import type { StsPolicy } from '../../auth/mta-sts/policy.ts'

/** Where a missing line is reported: the file's first line. */
export function firstLine({ text, fields }: StsPolicy): Span {
  const end = text.search(/\r?\n/)
  return fields[0]?.span ?? span(0, end < 0 ? text.length : end)
}

/** Puts a line (or several) at the end of the file, with the line ends it has. */
export function addLine({ text }: StsPolicy, line: string, title = `Add \`${line}\``): Fix {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = line.replaceAll('\n', end)
  const at = span(text.length, text.length)
  const before = text === '' || text.endsWith('\n') ? '' : end
  return { title, edits: [{ span: at, text: `${before}${lines}${end}` }] }
}
