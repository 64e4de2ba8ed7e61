import { labelsOf } from '../../core/domain.ts'
import type { Records } from './lookup.ts'
import type { DmarcRecord } from './parse.ts'
import { organizationBy, walkNames } from './tree-walk.ts'

/** What may stand at a name whose query no server answered: no record, or one with this `psd`. */
const GUESSES = [undefined, 'u', 'n', 'y'] as const satisfies readonly (
  DmarcRecord['psd'] | undefined
)[]

/** Open queries that all answers are tried for; with more of them the answer stays open. */
const MAX_OPEN = 5

/**
 * Whether two domains have one organizational domain, where queries of their walks stayed open: each
 * answer that could have come is tried (RFC 9989 §4.10.2).
 * @returns `undefined` where it depends on the open answers.
 */
export function sameWhateverIsOpen(records: Records, a: string, b: string): boolean | undefined {
  // An organizational domain is the name itself or one above it.
  if (labelsOf(a).at(-1) !== labelsOf(b).at(-1)) return false
  const names = [...new Set([...walkNames(a), ...walkNames(b)])]
  const open = names.filter((name) => records.known(name)?.failed)
  if (open.length > MAX_OPEN) return undefined
  const seen = new Set<boolean>()
  for (let guess = 0; guess < GUESSES.length ** open.length; guess++) {
    const psdOf = (name: string): DmarcRecord['psd'] | undefined => {
      const at = open.indexOf(name)
      return at < 0
        ? records.known(name)?.found?.record.psd
        : GUESSES[Math.floor(guess / GUESSES.length ** at) % GUESSES.length]
    }
    seen.add(organizationFor(a, psdOf) === organizationFor(b, psdOf))
  }
  return seen.size === 1 ? seen.has(true) : undefined
}

function organizationFor(
  start: string,
  psdOf: (name: string) => DmarcRecord['psd'] | undefined,
): string {
  const found: [string, DmarcRecord['psd']][] = []
  for (const name of walkNames(start)) {
    const psd = psdOf(name)
    if (psd !== undefined) found.push([name, psd])
    if (psd !== undefined && psd !== 'u') break
  }
  return organizationBy(start, found)
}
