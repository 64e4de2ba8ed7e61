import { medianOf } from '../measure.ts'
import type { WebTarget } from './part.ts'
import { writeFigure } from './table.ts'
import { saidBy, type Round } from './turns.ts'

/** Whether the rounds' median meets a target, by how much it does or not, and how far they differ. */
export function verdictOn(target: WebTarget, rounds: readonly Round[]): string {
  const { about, most, unit } = target
  const said = saidBy(rounds, (own, bare) => target.value(own, bare))
  const value = medianOf(said)
  const begin = `target: ${about}.`
  if (Number.isNaN(value)) return `${begin} Not measured.`
  if (value === Infinity) return `${begin} Not met: it never came.`
  const [found, off, least, last] = [value, Math.abs(most - value), said[0], said.at(-1)].map(
    (one) => writeFigure(one, unit),
  )
  const span = least === last ? '' : ` (${least} to ${last})`
  return value <= most
    ? `${begin} Met: ${found}${span}, ${off} to spare.`
    : `${begin} Not met: ${found}${span}, ${off} too much.`
}
