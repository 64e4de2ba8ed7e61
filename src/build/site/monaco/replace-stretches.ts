/** A place in a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Replacement extends Stretch {
  readonly text: string
}

/** A text in which some stretches read otherwise; one inside of another one goes with it. */
export function replaceStretches(code: string, all: readonly Replacement[]): string {
  const parts: string[] = []
  let rest = 0
  for (const { start, end, text } of all.toSorted((a, b) => a.start - b.start)) {
    if (start < rest) continue
    parts.push(code.slice(rest, start), text)
    rest = end
  }
  return parts.join('') + code.slice(rest)
}

/** A stretch with the comma behind it. */
export const withComma = (code: string, { start, end }: Stretch): Stretch => ({
  start,
  end: code[end] === ',' ? end + 1 : end,
})
