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
import { forget, know, setUpLanguage, ZONE } from './language.ts'
import { Markers, rangeOf } from './markers.ts'
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
  private readonly markers: Markers
  private readonly listening: monaco.IDisposable
  private readonly stopTheme = followTheme()
  /** The text is set from without, not typed. */
  private silent = false
  /** What was found in the text as it stands. */
  private known: readonly Diagnostic[] | undefined

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
    this.markers = new Markers(this.model, ZONE)
    this.learn(NONE)
    this.listening = this.model.onDidChangeContent((event) => {
      this.markers.noticeEdit(event)
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
    this.learn(diagnostics ?? NONE)
    // Until then Monaco moves the old markers along with the text.
    if (diagnostics) this.markers.show(diagnostics)
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

  private learn(diagnostics: readonly Diagnostic[]): void {
    if (this.known === diagnostics) return
    this.known = diagnostics
    const { origin, ask } = this.options
    know(this.model, { origin, diagnostics, ask })
  }
}

const NONE: readonly Diagnostic[] = []
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
