export interface RichPart {
  readonly text: string
  readonly code: boolean
  /** Stressed, as the name of a button is: `*Undo*`. */
  readonly stress?: true
}

/**
 * Splits a sentence at its backticks, and at the asterisks around words. A mark without a partner stays
 * as it is, and so does an asterisk inside a word or in front of a space.
 */
export function richParts(text: string): RichPart[] {
  const parts: RichPart[] = []
  let rest = 0
  for (const found of text.matchAll(/`([^`]+)`|(?<!\S)\*(\w[^*`]*)\*(?!\w)/g)) {
    if (found.index > rest) parts.push({ text: text.slice(rest, found.index), code: false })
    const [whole, code, stressed] = found
    if (code) parts.push({ text: code, code: true })
    else parts.push({ text: stressed!, code: false, stress: true })
    rest = found.index + whole.length
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), code: false })
  return parts
}

/** Code that stays on one line: a word or two, as `-all`, which would break at its hyphen. */
export const isShort = (code: string): boolean => code.length <= 16

/** Puts what is said of a thing behind its name, which may end in a colon or be sentences. */
export const saidOf = (name: string, said: string): string =>
  `${name.replace(/\.$/, '')}${/:`?$/.test(name) ? '' : ':'} ${said}`

/** The sentence as it is read aloud: without its backticks. */
export const plainText = (text: string): string =>
  richParts(text)
    .map((part) => part.text)
    .join('')
