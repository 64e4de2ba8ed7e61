/** Small parts of the sentences of goals. */

/** Code in a sentence; what holds a backtick itself stands in quotes. */
export const code = (text: string): string =>
  text.includes('`') ? `“${text.replaceAll('`', '')}”` : `\`${text}\``

/** `a`, `a or b`, `a, b or c`. */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** `a`, `a and b`, `a, b and c`. */
export const both = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`

export const firstLine = (text: string): string => text.split('\n', 1)[0]!

/** A sentence's end, whether it came with its point or without. */
export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
