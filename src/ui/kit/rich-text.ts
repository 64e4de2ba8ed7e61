export interface RichPart {
  readonly text: string
  readonly code: boolean
}

/** Splits a sentence at its backticks. A backtick without a partner stays as it is. */
export function richParts(text: string): RichPart[] {
  const parts: RichPart[] = []
  let rest = 0
  for (const found of text.matchAll(/`([^`]+)`/g)) {
    if (found.index > rest) parts.push({ text: text.slice(rest, found.index), code: false })
    parts.push({ text: found[1]!, code: true })
    rest = found.index + found[0].length
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), code: false })
  return parts
}

/** Code that stays on one line: a word or two, as `-all`, which would break at its hyphen. */
export const isShort = (code: string): boolean => code.length <= 16

/** The sentence as it is read aloud: without its backticks. */
export const plainText = (text: string): string =>
  richParts(text)
    .map((part) => part.text)
    .join('')
