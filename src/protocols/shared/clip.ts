/** UTF-16 units of what was typed that a reply repeats. */
const REPEATED = 40

/** What was typed, short enough to be repeated in a reply. */
export const clipped = (typed: string): string =>
  typed.length > REPEATED ? `${typed.slice(0, REPEATED)}...` : typed
