import type * as monaco from 'monaco-editor/editor'

/** How Monaco wants an offer to be written. */
export interface InsertOptions {
  /** Characters before the caret that it stands for. */
  readonly overwriteBefore: number
  readonly overwriteAfter: number
  /** Its lines are to begin as the one does that it is written in. */
  readonly adjustWhitespace: boolean
}

type Model = Pick<
  monaco.editor.ITextModel,
  | 'getValueInRange'
  | 'getLineContent'
  | 'getLineFirstNonWhitespaceColumn'
  | 'getEOL'
  | 'normalizeIndentation'
  | 'validateRange'
>
type Selection = Pick<
  monaco.Selection,
  | 'startLineNumber'
  | 'startColumn'
  | 'endLineNumber'
  | 'endColumn'
  | 'positionLineNumber'
  | 'positionColumn'
>
interface Insertion {
  readonly range: monaco.IRange
  readonly text: string
}

/**
 * Edits that write an offer at every caret, in their order. At others than the first it takes the place of what
 * stands beside them only where that is the same text.
 */
export function insertionsOf(
  model: Model,
  selections: readonly Selection[],
  text: string,
  { overwriteBefore, overwriteAfter, adjustWhitespace }: InsertOptions,
): Insertion[] {
  const first = selections[0]!
  const before = (one: Selection) => besideCaret(model, one, overwriteBefore, 0)
  const after = (one: Selection) => besideCaret(model, one, 0, overwriteAfter)
  const isAlike = (range: monaco.IRange, other: monaco.IRange) =>
    model.getValueInRange(range) === model.getValueInRange(other)
  const indent = (one: Selection) => model.getLineFirstNonWhitespaceColumn(one.positionLineNumber)
  return selections.map((one) => {
    const start = isAlike(before(one), before(first)) ? before(one) : one
    const end = isAlike(after(one), after(first)) ? after(one) : one
    const isAdjusted = adjustWhitespace || indent(one) !== indent(first)
    return {
      range: {
        startLineNumber: start.startLineNumber,
        startColumn: start.startColumn,
        endLineNumber: end.endLineNumber,
        endColumn: end.endColumn,
      },
      text: linesFor(model, start, text, isAdjusted).join(model.getEOL()),
    }
  })
}

/** The selection where nothing is to be replaced. */
function besideCaret(model: Model, one: Selection, before: number, after: number): monaco.IRange {
  if (!before && !after) return one
  return model.validateRange({
    startLineNumber: one.positionLineNumber,
    startColumn: one.positionColumn - before,
    endLineNumber: one.positionLineNumber,
    endColumn: one.positionColumn + after,
  })
}

function linesFor(
  model: Model,
  { startLineNumber, startColumn }: monaco.IRange,
  text: string,
  isAdjusted: boolean,
): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (!isAdjusted) return lines
  const head = model.getLineContent(startLineNumber).slice(0, startColumn - 1)
  const indent = /^[ \t]*/.exec(head)![0]
  return lines.map((line, at) => model.normalizeIndentation(at ? indent + line : line))
}
