/** What of a key press decides. */
export interface FindPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Whether a key press asks for the palette: ⌘K on a Mac, Ctrl-K elsewhere.
 * @param isMac There Ctrl-K cuts the rest of a line in every text field, and stays so.
 * @param inShell Whether the focus is in a terminal or the large editor: a shell's Ctrl-K cuts the line,
 *   the editor's begins a key of two strokes, and both keep it.
 */
export function asksToFind(press: FindPress, isMac: boolean, inShell: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (key.toLowerCase() !== 'k' || altKey || shiftKey) return false
  return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey && !inShell
}
