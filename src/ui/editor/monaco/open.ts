import { words } from '#words/monaco'
import * as monaco from 'monaco-editor/editor'
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus.js'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import type { Diagnostic, TextEdit } from '../../../core/diagnostic.ts'
import type { Span } from '../../../core/span.ts'
import { KEYS_REST, Rest } from '../../kit/rest.ts'
import type { LineFinding } from '../line-findings.ts'
import type { EditorOptions, EditorView, Posture } from '../view.ts'
import { Folding } from './folding.ts'
import { forget, know, setUpLanguages, ZONE } from './language.ts'
import { gutterOf, look, overflowNode, sizesOf } from './look.ts'
import { Markers, rangeOf } from './markers.ts'
import { Offers } from './offers.ts'
import { Rows } from './rows.ts'
import { Signs } from './signs.ts'
import { followTheme } from './theme.ts'
import { wrapBelowValues } from './wrap.ts'

wrapBelowValues()
setUpLanguages()
addKeys()
// As an option of an editor it would stay on when its key (Control and M) takes it back.
TabFocus.setTabFocusMode(true)

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
  private readonly signs: Signs
  private readonly rows: Rows
  private readonly folding: Folding
  private readonly listening: readonly monaco.IDisposable[]
  private readonly stopTheme = followTheme()
  /** The text is set from without, not typed. */
  private silent = false
  /** What was found in the text as it stands. */
  private known: readonly Diagnostic[] | undefined
  private lineHeight: number
  /** Where the caret is while one types is of no use to who types. */
  private readonly typed = new Rest(() => this.reportPlace(), KEYS_REST)

  private readonly options: EditorOptions

  constructor(element: HTMLElement, options: EditorOptions, posture: Posture | undefined) {
    this.options = options
    const sizes = sizesOf(element)
    this.lineHeight = sizes.lineHeight
    this.model = modelFor(options)
    this.editor = monaco.editor.create(element, {
      model: this.model,
      ...{ ...look, ...sizes, lineNumbersMinChars: LINE_DIGITS },
      overflowWidgetsDomNode: overflowNode(),
      readOnly: options.readOnly,
      ariaLabel: words.keys(options.label),
    })
    this.markers = new Markers(this.model, ZONE)
    this.signs = new Signs(this.editor)
    this.rows = new Rows(this.editor)
    this.folding = new Folding(this.editor, this.rows)
    this.learn(NONE)
    this.listening = [
      new Offers(this.editor),
      this.model.onDidChangeContent((event) => this.noticeChange(event)),
      this.editor.onDidChangeCursorPosition((event) => this.noticeMove(event)),
      this.editor.onDidLayoutChange(() => this.followSizes(element)),
    ]
    this.fitGutter(element)
    opened.set(this.editor, options)
    if (posture) this.assume(posture)
    this.folding.foldIfLong()
  }

  setText(text: string): void {
    if (text === this.model.getValue()) return
    this.folding.openAll()
    this.silent = true
    replaceText(this.model, text)
    this.silent = false
    this.folding.foldIfLong()
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

  undo(): void {
    this.editor.trigger('page', 'undo', null)
    this.editor.focus()
  }

  setDiagnostics(diagnostics: readonly Diagnostic[] | undefined): void {
    this.learn(diagnostics ?? NONE)
    // Until then Monaco moves the old markers along with the text.
    if (!diagnostics) return
    this.markers.show(diagnostics)
    this.folding.openAt(diagnostics.map(({ span }) => span))
  }

  setSigns(findings: readonly LineFinding[]): void {
    this.signs.show(findings)
  }

  readonly placeBelow = (element: HTMLElement, line: number): (() => void) =>
    this.rows.add({ element, line })

  reveal(span: Span): void {
    this.folding.openAt([span])
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
      topLine: this.editor.getScrollTop() / this.lineHeight,
    }
  }

  dispose(): void {
    for (const one of this.listening) one.dispose()
    this.typed.cancel()
    this.stopTheme()
    forget(this.model)
    // The model stays: with it a zone keeps its undo when another one is looked at.
    this.editor.dispose()
  }

  private noticeChange(event: monaco.editor.IModelContentChangedEvent): void {
    this.markers.noticeEdit(event)
    this.folding.noticeEdit(event)
    for (const { range } of event.changes) colourNow(this.model, range.startLineNumber)
    if (!this.silent) this.options.changed(this.model.getValue())
  }

  private noticeMove({ reason }: monaco.editor.ICursorPositionChangedEvent): void {
    if (reason === monaco.editor.CursorChangeReason.NotSet) return this.typed.notice()
    this.typed.cancel()
    this.reportPlace()
  }

  private reportPlace(): void {
    const position = this.editor.getPosition()
    if (position) this.options.moved(this.model.getOffsetAt(position))
  }

  private learn(diagnostics: readonly Diagnostic[]): void {
    if (this.known === diagnostics) return
    this.known = diagnostics
    const { kind, origin, ask } = this.options
    know(this.model, { kind, origin, diagnostics, ask })
  }

  /** The page's text may grow, as when it is presented. */
  private followSizes(element: HTMLElement): void {
    const sizes = sizesOf(element)
    if (sizes.lineHeight === this.lineHeight) return
    this.lineHeight = sizes.lineHeight
    this.editor.updateOptions(sizes)
    this.fitGutter(element)
  }

  /** As wide as that of the plain field, so that no text moves when Monaco takes over. */
  private fitGutter(element: HTMLElement): void {
    const { maxDigitWidth } = this.editor.getOption(monaco.editor.EditorOption.fontInfo)
    const numbers = LINE_DIGITS * maxDigitWidth
    this.editor.updateOptions({ lineDecorationsWidth: Math.max(8, gutterOf(element) - numbers) })
  }

  private assume({ selection, topLine, focused }: Posture): void {
    this.editor.setSelection(rangeOf(this.model, selection))
    this.editor.setScrollTop(topLine * this.lineHeight)
    if (focused) this.editor.focus()
  }
}

const opened = new WeakMap<monaco.editor.ICodeEditor, EditorOptions>()

/** For all editors, so that a hover of Monaco's knows the key to its problem. */
function addKeys(): void {
  const { KeyMod, KeyCode } = monaco
  const go = (step: 1 | -1, label: string, key: number) =>
    monaco.editor.addEditorAction({
      ...{ id: `zone.finding.${step}`, label, keybindings: [key, KeyMod.Alt | key] },
      run: (editor) => opened.get(editor)?.goOn(step),
    })
  go(1, words.nextProblem, KeyCode.F8)
  go(-1, words.problemBefore, KeyMod.Shift | KeyCode.F8)
}

const NONE: readonly Diagnostic[] = []
/** Digits that the gutter has room for; a longer zone makes it wider. */
const LINE_DIGITS = 2

function modelFor({ key, kind, text }: EditorOptions): monaco.editor.ITextModel {
  const uri = monaco.Uri.parse(`${kind}:/${encodeURIComponent(key)}`)
  const known = monaco.editor.getModel(uri)
  if (!known) return plainBrackets(monaco.editor.createModel(text, kind, uri))
  if (known.getValue() !== text) replaceText(known, text)
  return known
}

/** No language of ours has brackets of their own colours, for which Monaco would read the text at each key. */
function plainBrackets(model: monaco.editor.ITextModel): monaco.editor.ITextModel {
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  })
  return model
}

/** What a model of Monaco's has beside what its types name. */
interface Coloured {
  readonly tokenization: { tokenizeIfCheap(line: number): void }
}

/** Before it is drawn. Monaco would draw it in the colours of before, and again once it has idle time. */
const colourNow = (model: monaco.editor.ITextModel, line: number): void =>
  (model as unknown as Coloured).tokenization.tokenizeIfCheap(line)

/** As one step that can be undone. */
function replaceText(model: monaco.editor.ITextModel, text: string): void {
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
}
