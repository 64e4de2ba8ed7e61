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
