import { isObject } from '../../core/text/is-object.ts'
import { isInput } from '../is-input.ts'
import type { LabInput } from '../lab.ts'
import { isOwnWorld, type OwnWorld } from '../own-world/own-world.ts'

/** A state of a lab that one can go back to: all that was done until then gives it, octet for octet. */
export interface SavedState {
  readonly name: string
  readonly journal: readonly LabInput[]
  /** The world that it was done in, where that is the learner's own. */
  readonly world?: OwnWorld
  /** It was kept by itself, when somebody went back to an earlier one. */
  readonly isBranch?: true
}

/** The same as it is stored: what it shares with the state before it in the list is not stored again. */
export interface PackedState {
  readonly name: string
  /** How many inputs are those of the state before. */
  readonly shared: number
  readonly rest: readonly LabInput[]
  /** `same` as that of the state before; that of the lesson if absent. */
  readonly world?: OwnWorld | 'same'
  readonly isBranch?: true
}

/** States with a name of their own that are kept; branches come on top of them. */
export const MAX_STATES = 50

export const MAX_NAME = 60

export function packStates(states: readonly SavedState[]): PackedState[] {
  let before: readonly string[] = []
  let worldBefore: string | undefined
  return states.map(({ name, journal, world, isBranch }) => {
    const keys = journal.map((input) => JSON.stringify(input))
    const shared = sharedLength(before, keys)
    before = keys
    const text = world && JSON.stringify(world)
    const isSame = text === worldBefore
    worldBefore = text
    return {
      ...{ name, shared, rest: journal.slice(shared) },
      ...(world && { world: isSame ? ('same' as const) : world }),
      ...(isBranch && { isBranch }),
    }
  })
}

/** Reads stored states; what is none, and what would follow from it, is left out. Never throws. */
export function readStates(stored: readonly unknown[] = []): SavedState[] {
  const states: SavedState[] = []
  let before: readonly LabInput[] = []
  let world: OwnWorld | undefined
  for (const one of stored) {
    if (!isPacked(one) || one.shared > before.length) break
    before = [...before.slice(0, one.shared), ...one.rest]
    const name = one.name.slice(0, MAX_NAME)
    if (one.world !== 'same') world = isOwnWorld(one.world) ? one.world : undefined
    states.push({
      ...{ name, journal: before },
      ...(world && { world }),
      ...(one.isBranch === true && { isBranch: true }),
    })
  }
  return states
}

const isPacked = (value: unknown): value is PackedState =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  Number.isInteger(value['shared']) &&
  (value['shared'] as number) >= 0 &&
  Array.isArray(value['rest']) &&
  value['rest'].every(isInput)

/** How many entries two lists begin with alike. */
export function sharedLength(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}
