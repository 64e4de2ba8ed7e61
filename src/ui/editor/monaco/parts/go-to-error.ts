import * as monaco from 'monaco-editor/editor'

/**
 * Goes to the problem that a hover is about. Monaco would open a box for it between the lines, where its row
 * stands already.
 */
export class MarkerController {
  private readonly editor: monaco.editor.ICodeEditor

  private constructor(editor: monaco.editor.ICodeEditor) {
    this.editor = editor
  }

  static get(editor: monaco.editor.ICodeEditor): MarkerController {
    return new MarkerController(editor)
  }

  showAtMarker(marker: monaco.editor.IMarkerData): void {
    const range = monaco.Range.lift(marker)
    this.editor.setSelection(range)
    this.editor.revealRangeInCenterIfOutsideViewport(range)
  }
}

/** The action of ours (open.ts) whose key stands in the hover beside the way to the problem. */
export const NextMarkerAction = { ID: 'zone.finding.1' }
