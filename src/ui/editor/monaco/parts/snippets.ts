import * as monaco from 'monaco-editor/editor'
import { RawContextKey } from 'monaco-editor/platform/contextkey/common/contextkey.js'
import { insertionsOf, type InsertOptions } from './insertions.ts'

interface Options extends InsertOptions {
  /** Where an edit comes from, in Monaco's own terms. */
  readonly reason: string
}

interface Tracked extends monaco.editor.IValidEditOperation {
  /** That of ours, among edits that Monaco adds. */
  readonly identifier: unknown
}

/** Writes offers. None of ours has stops to go to from there, and none reads the clipboard. */
export class SnippetController2 {
  static readonly InSnippetMode = new RawContextKey('inSnippetMode', false)

  private readonly editor: monaco.editor.ICodeEditor

  private constructor(editor: monaco.editor.ICodeEditor) {
    this.editor = editor
  }

  static get(editor: monaco.editor.ICodeEditor): SnippetController2 {
    return new SnippetController2(editor)
  }

  isInSnippet(): boolean {
    return false
  }

  insert(text: string, options: Options): void {
    const { editor } = this
    const [model, selections] = [editor.getModel(), editor.getSelections()]
    if (!model || !selections) return
    const edits = insertionsOf(model, selections, text, options).map((edit, major) => ({
      ...{ ...edit, forceMoveMarkers: false, _isTracked: true },
      identifier: { major, minor: 0 },
    }))
    editor.executeEdits(options.reason, edits, (undone) =>
      (undone as Tracked[])
        .filter(({ identifier }) => identifier)
        .map(({ range: { endLineNumber, endColumn } }) =>
          monaco.Selection.fromPositions({ lineNumber: endLineNumber, column: endColumn }),
        ),
    )
    editor.revealRange(editor.getSelections()![0]!)
  }
}

export const SnippetParser = {
  /** Nothing in an offer means anything else. */
  escape: (text: string): string => text,
  guessNeedsClipboard: (): boolean => false,
}
