import * as monaco from 'monaco-editor/editor'
import type { LineFinding } from '../line-findings.ts'

/** Marks the lines that findings stand below: the sheet puts a sign in place of their number. */
export class Signs {
  private readonly marks: monaco.editor.IEditorDecorationsCollection
  private shown: readonly LineFinding[] = []

  constructor(editor: monaco.editor.ICodeEditor) {
    this.marks = editor.createDecorationsCollection()
  }

  show(findings: readonly LineFinding[]): void {
    if (findings === this.shown) return
    this.shown = findings
    this.marks.set(
      findings.map(({ line, severity }) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: { lineNumberClassName: `zone-sign ${severity}` },
      })),
    )
  }
}
