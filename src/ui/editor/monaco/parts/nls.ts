/** Monaco speaks English here, and its texts come without the numbers by which it would look up others. */
export const getNLSMessages = (): undefined => undefined
export const getNLSLanguage = getNLSMessages

/** A text with what it speaks of. */
export const localize = (text: string, ...of: readonly unknown[]): string =>
  text.replace(/\{(\d+)\}/g, (place, at) => (at in of ? String(of[Number(at)]) : place))

/** A text as it is shown, and as one may look for it. */
export const localize2 = (text: string, ...of: readonly unknown[]) => {
  const value = localize(text, ...of)
  return { value, original: value }
}
