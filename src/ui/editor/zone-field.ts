import type { EditorOptions } from './view.ts'
import { mergeTyped } from './merge-typed.ts'

/** A field for a zone's text, as the static page has it. */
export function zoneField({ label, text, readOnly }: EditorOptions): HTMLTextAreaElement {
  const field = document.createElement('textarea')
  field.className = 'zone-field zone-text wire'
  field.setAttribute('aria-label', label)
  field.readOnly = readOnly
  field.autocapitalize = 'off'
  field.autocomplete = 'off'
  field.spellcheck = false
  field.value = text
  return field
}

/**
 * Gives a field of the static page the text that it shall have. What was typed into it stays, also
 * where another text was saved before: then it is put into that one.
 */
export function bringUpToDate(field: HTMLTextAreaElement, text: string): void {
  const { defaultValue: initial, value } = field
  if (value === text) return
  const { selectionStart, selectionEnd, scrollTop } = field
  const merged = mergeTyped(initial, value, text)
  // Typing has not begun: what is typed from here on is typed into this text.
  if (value === initial) field.defaultValue = text
  if (merged === value) return
  field.value = merged
  field.setSelectionRange(selectionStart, selectionEnd)
  field.scrollTop = scrollTop
}
