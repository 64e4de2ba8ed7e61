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
import type { Diagnostic, TextEdit } from '../../../core/diagnostic.ts'
import type { Span } from '../../../core/span.ts'
import type { EditorOptions, EditorView, Posture } from '../view.ts'
import { tokensOf } from '../paint.ts'
import { forget, know, setUpLanguage, ZONE } from './language.ts'
import { rangeOf, toMarker } from './markers.ts'
import { followTheme } from './theme.ts'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
setUpLanguage()

/** Opens Monaco in an element, in the posture that the learner had in the editor before. */
export const openMonaco = (
  element: HTMLElement,
  options: EditorOptions,
  posture: Posture | undefined,
): EditorView => new ZoneEditor(element, options, posture)

class ZoneEditor implements EditorView {
  private readonly model: monaco.editor.ITextModel
  private readonly editor: monaco.editor.IStandaloneCodeEditor
  private readonly colours: monaco.editor.IEditorDecorationsCollection
  private readonly listening: monaco.IDisposable
  private readonly stopTheme = followTheme()
  /** The text is set from without, not typed. */
  private silent = false

  private readonly options: EditorOptions

  constructor(element: HTMLElement, options: EditorOptions, posture: Posture | undefined) {
    this.options = options

    this.model = modelFor(options)
    this.editor = monaco.editor.create(element, {
      model: this.model,
      ...look,
      readOnly: options.readOnly,
      ariaLabel: `${options.label}. Tab leaves the editor; Control M lets it indent.`,
    })
    this.colours = this.editor.createDecorationsCollection()
    this.learn([])
    this.colour()
    this.listening = this.model.onDidChangeContent(() => {
      this.colour()
      if (!this.silent) options.changed(this.model.getValue())
    })
    if (posture) assume(this.editor, posture)
  }

  setText(text: string): void {
    if (text === this.model.getValue()) return
    this.silent = true
    replaceText(this.model, text)
    this.silent = false
  }

  edit(edits: readonly TextEdit[]): void {
    this.editor.pushUndoStop()
    this.editor.executeEdits(
      'fix',
      edits.map(({ span, text }) => ({ range: rangeOf(this.model, span), text })),
    )
    this.editor.pushUndoStop()
    this.editor.focus()
  }

  setDiagnostics(diagnostics: readonly Diagnostic[] | undefined): void {
    this.learn(diagnostics ?? [])
    // Until then Monaco moves the old markers along with the text.
    if (!diagnostics) return
    const markers = diagnostics.map((found) => toMarker(this.model, found))
    monaco.editor.setModelMarkers(this.model, ZONE, markers)
  }

  reveal(span: Span): void {
    const range = rangeOf(this.model, span)
    this.editor.setSelection(range)
    this.editor.revealRangeInCenterIfOutsideViewport(range)
    this.editor.focus()
  }

  get posture(): Posture {
    const selection = this.editor.getSelection()
    return {
      selection: {
        from: selection ? this.model.getOffsetAt(selection.getStartPosition()) : 0,
        to: selection ? this.model.getOffsetAt(selection.getEndPosition()) : 0,
      },
      focused: this.editor.hasTextFocus(),
      topLine: this.editor.getScrollTop() / LINE_HEIGHT,
    }
  }

  dispose(): void {
    this.listening.dispose()
    this.stopTheme()
    forget(this.model)
    // The model stays: with it a zone keeps its undo when another one is looked at.
    this.editor.dispose()
  }

  private colour(): void {
    const decorations = tokensOf(this.model.getValue()).map(({ kind, span }) => ({
      range: rangeOf(this.model, span),
      options: { inlineClassName: `zone-${kind}` },
    }))
    this.colours.set(decorations)
  }

  private learn(diagnostics: readonly Diagnostic[]): void {
    const { origin, zones } = this.options
    know(this.model, { origin, diagnostics, zones })
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
  if (known.getValue() !== text) replaceText(known, text)
  return known
}

/** As one step that can be undone. */
function replaceText(model: monaco.editor.ITextModel, text: string): void {
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
}

function assume(editor: monaco.editor.IStandaloneCodeEditor, posture: Posture): void {
  const model = editor.getModel()
  if (!model) return
  editor.setSelection(rangeOf(model, posture.selection))
  editor.setScrollTop(posture.topLine * LINE_HEIGHT)
  if (posture.focused) editor.focus()
}
