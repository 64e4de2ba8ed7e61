import type { TextEdit } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { countMarks } from './lexer.ts'
import { replace, type ProblemList } from './problem.ts'
import { byteOrderMark, carriageReturns, tooLong } from './problems/text.ts'
import { MAX_ZONE } from './second-look.ts'

/** Notes what is odd about the file as a whole: how it starts, how its lines end, how long it is. */
export function checkFile(text: string, { report }: ProblemList): void {
  const marks = span(0, countMarks(text))
  if (marks.to)
    report(byteOrderMark, marks, 'The file starts with an invisible byte order mark.', {
      fixes: [replace('Remove it', marks, '')],
    })
  const first = text.indexOf('\r\n')
  if (first >= 0)
    report(
      carriageReturns,
      span(first, first + 1),
      'Lines of this file end as on Windows: CR LF.',
      {
        fixes: [{ title: 'End lines with LF alone', edits: carriageReturnEdits(text) }],
      },
    )
  if (text.length > MAX_ZONE)
    report(
      tooLong,
      span(MAX_ZONE, text.length),
      `The zone has ${text.length} characters; what stands behind the first ${MAX_ZONE} is not read.`,
    )
}

/** Places that one fix edits each by itself; for more it replaces the whole text. */
const MAX_EDITS = 1000

function carriageReturnEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 1)) {
    if (edits.length === MAX_EDITS)
      return [{ span: span(0, text.length), text: text.replaceAll('\r\n', '\n') }]
    edits.push({ span: span(at, at + 1), text: '' })
  }
  return edits
}
