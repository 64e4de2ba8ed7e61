import * as monaco from 'monaco-editor/editor'
import type { Diagnostic, Severity } from '../../../core/diagnostic.ts'
import type { Span } from '../../../core/span.ts'

const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
  hint: monaco.MarkerSeverity.Hint,
}

export function rangeOf(model: monaco.editor.ITextModel, { from, to }: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
}

export function toMarker(
  model: monaco.editor.ITextModel,
  { span, severity, message }: Diagnostic,
): monaco.editor.IMarkerData {
  return {
    ...rangeOf(model, span),
    severity: severities[severity],
    message: message.replaceAll('`', ''),
  }
}

/** Findings that are marked: a text may have a hundred thousand, and Monaco takes seconds for them. */
const MOST_MARKERS = 2000

/**
 * The markers of a model, set only when they change: setting them costs more than a key does. Monaco
 * moves them along with the text, so after an edit that could have moved one they are set anew.
 */
export class Markers {
  private readonly model: monaco.editor.ITextModel
  private readonly owner: string
  private shown: readonly monaco.editor.IMarkerData[] = []
  private lastLine = 0
  /** At first the model may have markers of an editor before. */
  private areMoved = true

  constructor(model: monaco.editor.ITextModel, owner: string) {
    this.model = model
    this.owner = owner
  }

  show(diagnostics: readonly Diagnostic[]): void {
    const markers = diagnostics.slice(0, MOST_MARKERS).map((found) => toMarker(this.model, found))
    if (!this.areMoved && isSame(markers, this.shown)) return
    monaco.editor.setModelMarkers(this.model, this.owner, markers)
    this.shown = markers
    this.lastLine = markers.reduce((last, { endLineNumber }) => Math.max(last, endLineNumber), 0)
    this.areMoved = false
  }

  noticeEdit({ changes }: monaco.editor.IModelContentChangedEvent): void {
    this.areMoved ||= changes.some(({ range }) => range.startLineNumber <= this.lastLine)
  }
}

const isSame = (
  markers: readonly monaco.editor.IMarkerData[],
  others: readonly monaco.editor.IMarkerData[],
): boolean =>
  markers.length === others.length &&
  markers.every((one, at) => {
    const other = others[at]!
    return (
      one.message === other.message &&
      one.severity === other.severity &&
      monaco.Range.equalsRange(one, other)
    )
  })
