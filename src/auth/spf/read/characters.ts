import { shift, span, type Span } from '../../../core/span.ts'
import { problem, type Problem } from '../problem.ts'

/** Records are ASCII (§3.1); the grammar has visible characters and the space, no others (§12). */
const FOREIGN = /[^ -~]+/g

export const hasForeign = (text: string): boolean => /[^ -~]/.test(text)

/** Finds each run of characters that the grammar has no place for. */
export function readCharacters(text: string, start: number): Problem[] {
  if (!hasForeign(text)) return []
  return [...text.matchAll(FOREIGN)].map((found) => {
    const at: Span = shift(span(found.index, found.index + found[0].length), start)
    return problem('character', at, 'SPF records hold visible ASCII characters and spaces only')
  })
}
