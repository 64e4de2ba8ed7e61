import type { Diagnostic } from './diagnostic.ts'
import { groupBy } from './group-by.ts'

/** A fault that is found in each of several places stays at the last, with the first one's fixes. */
export function reportedOnce(found: readonly Diagnostic[]): Diagnostic[] {
  const groups = groupBy(found, (one) =>
    one.related.length ? `${one.code} ${one.message}` : `${one.code} ${one.span.from}`,
  )
  return [...groups.values()].map((group) => {
    const last = group.at(-1)!
    const fixes = group.find((one) => one.fixes.length)?.fixes ?? last.fixes
    return fixes === last.fixes ? last : { ...last, fixes }
  })
}
