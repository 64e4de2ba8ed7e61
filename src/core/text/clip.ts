/**
 * A text that is too long by its beginning, with an ellipsis; never longer than `length` characters.
 * @param length In UTF-16 units; 60 by default. A surrogate pair is not cut.
 * @param rest Stands for what is left out.
 */
export function clip(text: string, length = 60, rest = '…'): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - rest.length).replace(/[\ud800-\udbff]$/, '')}${rest}`
}
