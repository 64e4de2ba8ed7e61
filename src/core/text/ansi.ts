/** Colours for the terminal: SGR sequences only, so that they can be taken out again. */

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`

export const bold = sgr(1, 22)
export const dim = sgr(2, 22)
export const red = sgr(31, 39)
export const green = sgr(32, 39)
export const yellow = sgr(33, 39)
export const blue = sgr(34, 39)
export const cyan = sgr(36, 39)
/** The colour of what is half done. */
export const teal = sgr(96, 39)

/** Colours each `` `code` ``; the backticks stay, so that the plain text reads the same. */
export const withCode = (text: string): string => text.replace(/`[^`\n]+`/g, (code) => cyan(code))

/** The text without colours, and without the marks of its lines. */
export const withoutColours = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- the start of a sequence, and the end of a mark
  text.replace(/\x1b(?:\[[\d;]*m|\][\w;]*\x07)/g, '')
