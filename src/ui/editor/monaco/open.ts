import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import type { Diagnostic } from '../../../core/diagnostic.ts'
import type { EditorOptions, EditorView, Posture } from '../view.ts'
import { tokensOf } from '../paint.ts'
import { forget, know, setUpLanguage, ZONE } from './language.ts'
import { rangeOf, toMarker } from './markers.ts'
import { followTheme } from './theme.ts'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
setUpLanguage()

/** Opens Monaco in an element, in the posture that the learner had in the editor before. */
export function openMonaco(
  element: HTMLElement,
  options: EditorOptions,
  posture: Posture | undefined,
): EditorView {
  const model = modelFor(options)
  const stopTheme = followTheme()
  const editor = monaco.editor.create(element, {
    model,
    ...look,
    readOnly: options.readOnly,
    ariaLabel: `${options.label}. Tab leaves the editor; Control M lets it indent.`,
  })
  const colours = editor.createDecorationsCollection()
  const colour = () =>
    colours.set(
      tokensOf(model.getValue()).map(({ kind, span }) => ({
        range: rangeOf(model, span),
        options: { inlineClassName: `zone-${kind}` },
      })),
    )
  const learn = (diagnostics: readonly Diagnostic[]) =>
    know(model, { origin: options.origin, diagnostics, zones: options.zones })
  learn([])
  colour()
  let silent = false
  const listening = model.onDidChangeContent(() => {
    colour()
    if (!silent) options.changed(model.getValue())
  })
  if (posture) assume(editor, posture)

  return {
    setText(text) {
      if (text === model.getValue()) return
      silent = true
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
      silent = false
    },
    edit(edits) {
      editor.pushUndoStop()
      editor.executeEdits(
        'fix',
        edits.map(({ span, text }) => ({ range: rangeOf(model, span), text })),
      )
      editor.pushUndoStop()
      editor.focus()
    },
    setDiagnostics(diagnostics) {
      learn(diagnostics ?? [])
      // Until then Monaco moves the old markers along with the text.
      if (!diagnostics) return
      monaco.editor.setModelMarkers(
        model,
        ZONE,
        diagnostics.map((found) => toMarker(model, found)),
      )
    },
    reveal(span) {
      const range = rangeOf(model, span)
      editor.setSelection(range)
      editor.revealRangeInCenterIfOutsideViewport(range)
      editor.focus()
    },
    get posture() {
      const selection = editor.getSelection()
      return {
        selection: {
          from: selection ? model.getOffsetAt(selection.getStartPosition()) : 0,
          to: selection ? model.getOffsetAt(selection.getEndPosition()) : 0,
        },
        focused: editor.hasTextFocus(),
        topLine: editor.getScrollTop() / LINE_HEIGHT,
      }
    },
    dispose() {
      listening.dispose()
      stopTheme()
      forget(model)
      // The model stays: with it a zone keeps its undo when another one is looked at.
      editor.dispose()
    },
  }
}

const LINE_HEIGHT = 24

const look: monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions = {
  automaticLayout: true,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-wire'),
  fontSize: 13.5,
  lineHeight: LINE_HEIGHT,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 14,
  padding: { top: 12, bottom: 12 },
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'none',
  tabFocusMode: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { strings: true, other: true, comments: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  folding: false,
  glyphMargin: false,
  fixedOverflowWidgets: true,
  unicodeHighlight: { ambiguousCharacters: false },
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
}

function modelFor({ origin, text }: EditorOptions): monaco.editor.ITextModel {
  const uri = monaco.Uri.parse(`zone:/${encodeURIComponent(origin)}`)
  const known = monaco.editor.getModel(uri)
  if (!known) return monaco.editor.createModel(text, ZONE, uri)
  if (known.getValue() !== text)
    known.pushEditOperations([], [{ range: known.getFullModelRange(), text }], () => null)
  return known
}

function assume(editor: monaco.editor.IStandaloneCodeEditor, posture: Posture): void {
  const model = editor.getModel()
  if (!model) return
  editor.setSelection(rangeOf(model, posture.selection))
  editor.setScrollTop(posture.topLine * LINE_HEIGHT)
  if (posture.focused) editor.focus()
}
