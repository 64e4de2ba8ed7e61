/**
 * A boundary that stands nowhere in the parts (RFC 2046 §5.1.1). `=_` can be in no encoded body, and
 * the number is the first that the parts do not use, so that the same parts get the same boundary.
 */
export function chooseBoundary(bodies: readonly string[]): string {
  const used = new Set(bodies.flatMap((body) => [...body.matchAll(USED)].map(([, n]) => Number(n))))
  let number = 1
  while (used.has(number)) number++
  return boundaryOf(number)
}

/** The underscore at its end keeps one from being the beginning of another. */
const boundaryOf = (number: number): string => `=_part_${number}_`

const USED = /=_part_(\d{1,9})_/g
