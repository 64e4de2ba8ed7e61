/**
 * The field that stands in the static page in a panel's place, for the panel to take over. What was
 * typed into it before any script ran is in it.
 */
export const staticField = (panel: 'zone' | 'terminal'): HTMLTextAreaElement | undefined =>
  document.querySelector<HTMLTextAreaElement>(`[data-static] [data-panel='${panel}'] textarea`) ??
  undefined

/**
 * Moves a field to the end of an element; focus, selection and scroll stay as they are.
 * @param whole What moves: the field, or an element around it.
 */
export function moveField(
  field: HTMLTextAreaElement,
  parent: Element,
  whole: Element = field,
): void {
  const hadFocus = document.activeElement === field
  const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = field
  parent.append(whole)
  field.setSelectionRange(selectionStart, selectionEnd, selectionDirection)
  if (hadFocus) field.focus({ preventScroll: true })
  field.scrollTop = scrollTop
  field.scrollLeft = scrollLeft
}
