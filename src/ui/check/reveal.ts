/** Puts the cursor on a line of a text's field, and the line into sight. @param line From 1. */
export function reveal(id: number, line: number): void {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[data-text="${id}"]`)
  if (!field) return
  let from = 0
  for (let at = 1; at < line; at++) {
    const next = field.value.indexOf('\n', from)
    if (next < 0) break
    from = next + 1
  }
  const end = field.value.indexOf('\n', from)
  // A browser scrolls a field to its cursor when that is set before the field is focused.
  field.setSelectionRange(from, from)
  field.blur()
  field.focus()
  field.setSelectionRange(from, end < 0 ? field.value.length : end)
}
