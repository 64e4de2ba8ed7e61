import type { Fix } from '../../core/diagnostic.ts'
import { isWithin } from '../../core/domain.ts'
import { groupBy } from '../../core/group-by.ts'
import { replace } from './problem.ts'
import { outOfZone } from './problems/names.ts'
import type { OutsideOwner, Reading } from './state.ts'

/**
 * Reports owners out of the zone, each cause once: the file is another zone, an `$ORIGIN` leads out
 * of this one, or a single name does.
 * @returns Whether the file is another zone.
 */
export function reportOutside(reading: Reading): boolean {
  const { outside, records } = reading
  if (outside.length === 0) return false
  const start = outside.find(({ isSoa }) => isSoa)
  if (start) reportOtherZone(start, reading)
  const left = outside.filter(({ name }) => !start || !isWithin(name, start.name))
  const isOther =
    start !== undefined || (records.length === 0 && left.some(({ name }) => name.includes('.')))
  // Where nothing belongs to the zone, one name shows it as well as all of them.
  if (!start && isOther && groupBy(left, ({ name }) => name).size > 1)
    reportNames(left.slice(0, 1), countOf(left), reading)
  else reportRest(left, reading)
  return isOther
}

const countOf = (owners: readonly OutsideOwner[]): number =>
  owners.reduce((sum, { records }) => sum + records, 0)

function reportOtherZone({ word, name, originAt }: OutsideOwner, reading: Reading): void {
  const { apex, problems } = reading
  problems.report(
    outOfZone,
    originAt ?? word.span,
    `This file is the zone \`${name}\`: its SOA record stands there. It was read as \`${apex}\`.`,
  )
}

function reportRest(left: readonly OutsideOwner[], reading: Reading): void {
  for (const owners of groupBy(left, ({ originAt, name }) => originAt ?? name).values())
    reportNames(owners, countOf(owners), reading)
}

function reportNames(owners: readonly OutsideOwner[], count: number, reading: Reading): void {
  const [{ name, word, origin, originAt }] = owners as [OutsideOwner, ...OutsideOwner[]]
  const { apex, problems } = reading
  const what = originAt ? origin : name
  const lost = count === 1 ? '' : ` Its ${count} records are left out.`
  problems.report(
    outOfZone,
    originAt ?? word.span,
    `\`${what}.\` does not end in \`${apex}\`, so this zone has no authority over it.${lost}`,
    { fixes: originAt || owners.length > 1 ? [] : undot(name, word, apex) },
  )
}

/** One label with a final dot is a slip; more are a name of another zone. */
const undot = (name: string, word: OutsideOwner['word'], apex: string): readonly Fix[] =>
  name.includes('.') || word.at === undefined || !word.raw.endsWith('.')
    ? []
    : [replace(`Remove the final dot: \`${name}.${apex}\``, word.span, word.raw.slice(0, -1))]
