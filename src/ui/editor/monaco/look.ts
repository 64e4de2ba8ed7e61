import type * as monaco from 'monaco-editor/editor'

/** What of the look follows the page: its sheet says how large the text is and how far lines are apart. */
export function sizesOf(frame: HTMLElement): monaco.editor.IEditorOptions & { lineHeight: number } {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(frame)
  return { fontFamily, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight) }
}

/** The width of the gutter in pixels, as the page's sheet has it. */
export const gutterOf = (frame: HTMLElement): number =>
  parseFloat(getComputedStyle(frame).getPropertyValue('--gutter')) *
  parseFloat(getComputedStyle(document.documentElement).fontSize)

const MARGIN = 8

/** Holds what Monaco shows beside its text: in the page's body nothing cuts it off or shifts it. */
let besideText: HTMLElement | undefined

export function overflowNode(): HTMLElement {
  if (besideText) return besideText
  besideText = document.createElement('div')
  besideText.className = 'monaco-editor zone-beside'
  document.body.append(besideText)
  return besideText
}

export const look: monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions = {
  automaticLayout: true,
  padding: { top: MARGIN, bottom: MARGIN },
  minimap: { enabled: false },
  guides: { indentation: false },
  overviewRulerLanes: 0,
  scrollBeyondLastLine: false,
  renderFinalNewline: 'on',
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  wordBasedSuggestions: 'off',
  // Offers come when the keys rest (offers.ts).
  quickSuggestions: false,
  suggestOnTriggerCharacters: false,
  suggest: { showIcons: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  folding: false,
  glyphMargin: false,
  fixedOverflowWidgets: true,
  unicodeHighlight: { ambiguousCharacters: false },
  wordWrap: 'on',
  wrappingIndent: 'same',
  wordWrapBreakAfterCharacters: ' \t',
  wordWrapBreakBeforeCharacters: '',
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, horizontal: 'hidden' },
}
