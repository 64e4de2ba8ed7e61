interface Size {
  readonly width: number
  readonly height: number
}

/** Between the card and what is around it, in CSS pixels. */
const GAP = 6

/**
 * Where a card floats, in CSS pixels of the window: below its word, above it where there is more
 * room, and always within the window.
 */
export function placeCard(
  word: { readonly left: number; readonly top: number; readonly bottom: number },
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const below = word.bottom + GAP
  const above = word.top - GAP - card.height
  const fits = below + card.height + GAP <= window.height
  const top = fits || above < GAP ? Math.min(below, window.height - card.height - GAP) : above
  const left = Math.min(word.left, window.width - card.width - GAP)
  return { left: Math.max(GAP, left), top: Math.max(GAP, top) }
}
