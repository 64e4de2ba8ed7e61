import { words } from '#words/monaco'
import * as monaco from 'monaco-editor/editor'
import type { Span } from '../../../core/span.ts'
import { foldsOf, spanOfFold, type Fold } from '../folds.ts'
import type { Rows } from './rows.ts'

type Editor = monaco.editor.IStandaloneCodeEditor
type CanHide = Editor & {
  setHiddenAreas(areas: readonly monaco.IRange[], source: object): void
}

interface Folded {
  readonly fold: Fold
  /** Of the one decoration that moves along with its lines. */
  readonly lines: monaco.editor.IEditorDecorationsCollection
  readonly remove: () => void
}

/**
 * Hides what a zone can do without in sight, and puts a row in its place that opens it. The text is
 * left alone. What is edited, found at fault or looked for opens by itself.
 */
export class Folding {
  private readonly editor: CanHide
  private readonly rows: Rows
  private folded: readonly Folded[] = []
  private foldable: monaco.editor.IEditorDecorationsCollection

  constructor(editor: Editor, rows: Rows) {
    this.editor = editor as CanHide
    this.rows = rows
    this.foldable = editor.createDecorationsCollection()
    this.addKeys()
  }

  /** Folds what can be folded where the text is longer than its frame; not the line that is typed in. */
  foldIfLong(): void {
    const { height } = this.editor.getLayoutInfo()
    const caret = this.editor.hasTextFocus() ? this.editor.getPosition()?.lineNumber : undefined
    if (this.editor.getContentHeight() > height) this.foldAll(caret)
    else this.showFoldable()
  }

  /** @param except A line that stays in sight. */
  foldAll(except = 0): void {
    const text = this.editor.getModel()?.getValue() ?? ''
    this.openAll()
    this.folded = foldsOf(text)
      .filter(({ from, to }) => except < from || to < except)
      .filter((fold) => !this.hasProblem(spanOfFold(text, fold)))
      .map((fold) => this.fold(fold))
    this.hide()
    this.showFoldable()
  }

  openAll(): void {
    this.open(() => true)
  }

  /** Opens what holds a stretch of the text. */
  openAt(spans: readonly Span[]): void {
    if (!this.folded.length || !spans.length) return
    const model = this.editor.getModel()!
    const ranges = spans.map(({ from, to }) =>
      monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
    )
    this.open((lines) =>
      ranges.some((range) => monaco.Range.areIntersectingOrTouching(lines, range)),
    )
  }

  /** An edit in hidden lines, as by undo, shows them. */
  noticeEdit({ changes }: monaco.editor.IModelContentChangedEvent): void {
    if (!this.folded.length) return
    this.open((lines) => changes.some(({ range }) => monaco.Range.areIntersecting(lines, range)))
  }

  private open(isMeant: (lines: monaco.Range) => boolean): void {
    const meant = this.folded.filter(({ lines }) => {
      const range = lines.getRange(0)
      return !range || isMeant(range)
    })
    if (!meant.length) return
    this.folded = this.folded.filter((one) => !meant.includes(one))
    for (const { lines, remove } of meant) {
      lines.clear()
      remove()
    }
    this.hide()
    this.showFoldable()
  }

  private hide(): void {
    const ranges = this.folded.flatMap(({ lines }) => lines.getRange(0) ?? [])
    this.editor.setHiddenAreas(ranges, this)
  }

  private fold(fold: Fold): Folded {
    const model = this.editor.getModel()!
    const range = new monaco.Range(fold.from, 1, fold.to, model.getLineMaxColumn(fold.to))
    const lines = this.editor.createDecorationsCollection([
      { range, options: { stickiness: NEVER_GROWS } },
    ])
    const element = foldRow(fold, model.getLineContent(fold.from), () => {
      this.open((one) => one.startLineNumber === lines.getRange(0)?.startLineNumber)
      this.editor.focus()
    })
    return {
      fold,
      lines,
      remove: this.rows.add({ element, line: fold.from - 1, sign: '⋮', order: 1 }),
    }
  }

  private hasProblem({ from, to }: Span): boolean {
    const model = this.editor.getModel()!
    return monaco.editor
      .getModelMarkers({ resource: model.uri })
      .some(
        ({ startLineNumber: line }) =>
          model.getPositionAt(from).lineNumber <= line &&
          line <= model.getPositionAt(to).lineNumber,
      )
  }

  /** A sign beside the first line of what stands open and could be folded. */
  private showFoldable(): void {
    const text = this.editor.getModel()?.getValue() ?? ''
    const closed = new Set(
      this.folded.flatMap(({ lines }) => lines.getRange(0)?.startLineNumber ?? []),
    )
    this.foldable.set(
      foldsOf(text)
        .filter(({ from }) => !closed.has(from))
        .map(({ from }) => ({
          range: new monaco.Range(from, 1, from, 1),
          options: { linesDecorationsClassName: 'zone-foldable' },
        })),
    )
  }

  private addKeys(): void {
    const { KeyMod, KeyCode } = monaco
    const mod = KeyMod.CtrlCmd | KeyMod.Shift
    this.editor.addAction({
      ...{ id: 'zone.fold', label: words.fold, contextMenuGroupId: 'view' },
      keybindings: [mod | KeyCode.BracketLeft],
      run: () => this.foldAll(),
    })
    this.editor.addAction({
      ...{ id: 'zone.unfold', label: words.unfold, contextMenuGroupId: 'view' },
      keybindings: [mod | KeyCode.BracketRight],
      run: () => this.openAll(),
    })
    this.editor.onMouseDown(({ target }) => {
      if (target.type !== monaco.editor.MouseTargetType.GUTTER_LINE_DECORATIONS) return
      const line = target.position.lineNumber
      if (this.foldable.getRanges().some(({ startLineNumber }) => startLineNumber === line))
        this.foldAll()
    })
  }
}

const NEVER_GROWS = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges

/** The row in place of hidden lines: their label, behind what of them stays in sight. */
function foldRow({ name, label, head }: Fold, firstLine: string, open: () => void): HTMLElement {
  const row = document.createElement('div')
  const indent = head ? '' : (/^\s*/.exec(firstLine)?.[0] ?? '')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-label', words.show(name))
  button.addEventListener('click', open)
  row.className = 'zone-fold'
  row.append(indent + (head ? `${head} ` : ''), button)
  return row
}
