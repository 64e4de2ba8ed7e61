import type { Effect } from '../../core/effects.ts'
import { labelsOf, parentOf } from '../../core/domain.ts'
import type { FoundRecord, Records } from './lookup.ts'
import type { DmarcRecord } from './parse.ts'

/** Questions that one walk may ask, and labels it jumps to from a longer name (RFC 9989 §4.10). */
export const MAX_QUERIES = 8
const LABELS_AFTER_JUMP = 7

/** The names that a walk from `domain` asks about, in order; a `psd` tag may end it earlier. */
export function walkNames(domain: string): string[] {
  const names = [domain]
  for (let above = firstAbove(domain); above !== ''; above = parentOf(above)) names.push(above)
  return names
}

/** The parent; of a name with as many labels as questions or more, its last seven labels. */
function firstAbove(domain: string): string {
  let dot = domain.length
  for (let labels = 0; labels < LABELS_AFTER_JUMP; labels++) {
    dot = dot > 0 ? domain.lastIndexOf('.', dot - 1) : -1
    if (dot < 0) return parentOf(domain)
  }
  return domain.slice(dot + 1)
}

export interface Walk {
  readonly start: string
  /** From the longest name to the shortest. */
  readonly found: readonly FoundRecord[]
  /** A query that no server answered: what the walk found may not be all there is. */
  readonly failed: boolean
}

/** Walks up the tree until a `psd=y` or `psd=n`, or to the top (RFC 9989 §4.10). */
export function* walkTree(records: Records, start: string): Effect<Walk> {
  const found: FoundRecord[] = []
  let failed = false
  for (const name of walkNames(start)) {
    const lookup = records.known(name) ?? (yield* records.at(name))
    failed ||= lookup.failed
    if (lookup.found) found.push(lookup.found)
    if (lookup.found && lookup.found.record.psd !== 'u') break
  }
  return { start, found, failed }
}

/** The organizational domain that a walk leads to (RFC 9989 §4.10.2). */
export const organizationalDomainOf = ({ start, found }: Walk): string =>
  organizationBy(
    start,
    found.map(({ domain, record }) => [domain, record.psd]),
  )

/** @param found The domains with a record and its `psd`, from the longest name to the shortest. */
export function organizationBy(
  start: string,
  found: readonly (readonly [domain: string, psd: DmarcRecord['psd']])[],
): string {
  for (const [domain, psd] of found) {
    if (psd === 'n') return domain
    if (psd === 'y' && domain !== start) return labelBelow(domain, start)
  }
  return found.at(-1)?.[0] ?? start
}

/** The ancestor of `name`, or itself, that has one label more than `domain`. */
const labelBelow = (domain: string, name: string): string =>
  labelsOf(name)
    .slice(-(labelsOf(domain).length + 1))
    .join('.')
