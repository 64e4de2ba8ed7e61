import { span, type Span } from '../../../core/span.ts'
import { problem, type Problem } from '../problem.ts'
import { isSpfText } from '../record.ts'

const VERSION_LENGTH = 'v=spf1'.length

/** The first word with what wrongly stands before it, also where it is written `v = spf1`. */
const FIRST_WORD = /^[^!#-&(-~]*(?:v\s{0,9}=\s{0,9})?[^ ]*/i

/** Reads the version section: exactly `v=spf1`, then a space or the end (§4.5). */
export function readVersion(text: string): { span: Span; problems: readonly Problem[] } {
  if (isSpfText(text)) return { span: span(0, VERSION_LENGTH), problems: [] }
  const at = span(0, FIRST_WORD.exec(text)![0].length)
  return { span: at, problems: [problem('version', at, messageFor(text.slice(0, at.to)))] }
}

const messageFor = (written: string): string =>
  written === ''
    ? 'The record is empty'
    : `The record starts with \`${written}\`, not with \`v=spf1\` and a space`
