import type { WebTarget } from './part.ts'
import { writeFigure } from './table.ts'
import type { Sample } from './turns.ts'

/** Whether a target is met, and by how much it is or is not. */
export function verdictOn(target: WebTarget, own: Sample, bare: Sample): string {
  const { about, most, unit } = target
  const value = target.value(own, bare)
  const begin = `target: ${about}.`
  if (value === undefined || Number.isNaN(value)) return `${begin} Not measured.`
  const [found, off] = [value, Math.abs(most - value)].map((one) => writeFigure(one, unit))
  if (value <= most) return `${begin} Met: ${found}, ${off} to spare.`
  return value === Infinity
    ? `${begin} Not met: it never came.`
    : `${begin} Not met: ${found}, ${off} too much.`
}
