import * as v from 'valibot'

/** Whole lines, or starts of lines that end in `*`; in any case, outer spaces left out. */
export const linePatterns = v.pipe(v.array(v.string()), v.minLength(1, 'Name a line.'))

/** Whether a line reads as one of the patterns. */
export function isLineLike(patterns: readonly string[], line: string): boolean {
  const typed = line.trim().toUpperCase()
  return patterns.some((pattern) => {
    const wanted = pattern.toUpperCase()
    return wanted.endsWith('*') ? typed.startsWith(wanted.slice(0, -1)) : typed === wanted
  })
}
