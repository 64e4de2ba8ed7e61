import { once } from '../../../core/once.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Deed } from '../files/play.ts'
import { deviceMutants } from './devices/mutants.ts'
import { messageMutants } from './messages/mutants.ts'
import { settingMutants } from './settings/mutants.ts'
import { Dice } from './dice.ts'
import type { Mutant } from './mutant.ts'
import type { RightWay } from './right-way.ts'
import { typedMutants } from './typed/mutants.ts'
import { readScript } from './typed/script.ts'
import { zoneMutants } from './zones/mutants.ts'

/** A mutant and the right way that it strays from. */
export interface Stray {
  readonly mutant: Mutant
  readonly right: RightWay
}

/** Rolls of the dice: each makes other slips. */
const MOST_ROUNDS = 60

/**
 * Small mistakes in right ways, each once, the same on every machine: in all lines, records and
 * uses of devices, and with new slips until there are enough.
 */
export function makeMutants(
  { world, terminal }: Lesson,
  ways: readonly RightWay[],
  enough: number,
  seed: number,
): Stray[] {
  const dice = new Dice(seed)
  const strays = new Map<string, Stray>()
  const numberOf = numbering()
  for (let round = 0; round < MOST_ROUNDS && (round === 0 || strays.size < enough); round++)
    for (const right of ways) {
      const lines = readScript(right.play, (at) => right.outcomes[at]!.codes, terminal?.run)
      const made = [
        ...typedMutants(right.play, lines, world, dice),
        ...zoneMutants(right.play, world, dice),
        ...settingMutants(right.play, world, dice),
        ...messageMutants(right.play, world, dice),
        ...deviceMutants(right.play, world, dice),
      ]
      for (const mutant of made) {
        const key = `${mutant.cause} ${mutant.moves.map(({ deed }) => numberOf(deed)).join()}`
        if (!strays.has(key)) strays.set(key, { mutant, right })
      }
    }
  return [...strays.values()]
}

/** The same number for the same deed: most deeds of a mutant are those of its solution. */
function numbering(): (deed: Deed) => number {
  const numbers = new Map<string, number>()
  return once((deed) => {
    const text = JSON.stringify(deed)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
}

/** Some of them, by chance, and of each cause one before any has two. */
export function sampleOf(strays: readonly Stray[], count: number, seed: number): Stray[] {
  const mixed = new Dice(seed).shuffled(strays)
  const seen = new Map<string, number>()
  const ranked = mixed.map((stray) => {
    const rank = seen.get(stray.mutant.cause) ?? 0
    seen.set(stray.mutant.cause, rank + 1)
    return { stray, rank }
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ stray }) => stray)
}
