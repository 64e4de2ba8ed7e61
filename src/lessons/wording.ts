/** Small parts of sentences that goals say. */

export const code = (text: string): string => `\`${text}\``

/** `a`, `a or b`, `a, b or c`. */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** `a`, `a and b`, `a, b and c`. */
export const both = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`

export const firstLine = (text: string): string => text.split('\n', 1)[0]!

/** A sentence's end, whether it came with its point or without. */
export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** Takes back the first letter's case, for a sentence that goes on behind a colon. */
export const continued = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text
