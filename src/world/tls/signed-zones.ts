import { isWithin } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'
import type { WorldSpec } from '../spec.ts'

/** Whether the zone that a name is in is signed: the longest one that holds it. */
export function isSigned({ zones }: Pick<WorldSpec, 'zones'>, name: string): boolean {
  const wanted = askedName(name)
  const holding = zones
    .filter(({ origin }) => isWithin(wanted, askedName(origin)))
    .sort((a, b) => b.origin.length - a.origin.length)
  return holding[0]?.dnssec === true
}
