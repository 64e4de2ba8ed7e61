import { editedBy, type LabInput } from '../lab.ts'
import type { OwnWorld } from '../own-world/own-world.ts'
import { sharedLength, type SavedState } from './saved-state.ts'

/** The work as it stands, and the states that were saved. */
export interface Work {
  readonly journal: readonly LabInput[]
  /** The world that it was done in, where that is the learner's own. */
  readonly world?: OwnWorld | undefined
  readonly states: readonly SavedState[]
}

/** Work that one goes back to. */
export type Target = Pick<Work, 'journal' | 'world'>

/** Saves the work as it stands, under a name; a state of that name gives way to it. */
export function saveState(work: Work, name: string): Work {
  const others = work.states.filter((state) => state.name !== name || state.isBranch)
  return { ...work, states: [...others, { name, ...stateOf(work) }] }
}

/**
 * Goes back to other work. What was done since then is kept as a branch, unless a state has it already.
 * @param nameBranch Names a branch by its number, from 1.
 */
export function goBackTo(work: Work, target: Target, nameBranch: (number: number) => string): Work {
  const { journal, world, states } = work
  const isKept = [target, ...states].some(
    (kept) => isSameWorld(kept.world, world) && beginsWith(kept.journal, journal),
  )
  if (isKept) return { ...target, states }
  const names = new Set(states.map(({ name }) => name))
  let number = 1
  while (names.has(nameBranch(number))) number++
  const branch = { name: nameBranch(number), ...stateOf(work), isBranch: true } as const
  return { ...target, states: [...states, branch] }
}

const stateOf = ({ journal, world }: Work): Pick<SavedState, 'journal' | 'world'> => ({
  journal,
  ...(world && { world }),
})

const isSameWorld = (a: OwnWorld | undefined, b: OwnWorld | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/**
 * The work without the last thing that was done: a line that was typed, an edit, a mail, time. That steps
 * were remembered is nothing that anybody did.
 */
export function stepBack(journal: readonly LabInput[]): readonly LabInput[] {
  const last = journal.findLastIndex(({ kind }) => kind !== 'check')
  return journal.slice(0, Math.max(0, last))
}

/** The last text of each zone that was edited, by origin, and of each other document, by file. */
export const zonesIn = (journal: readonly LabInput[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    journal.flatMap((input) =>
      input.kind === 'edit' ? [[editedBy(input), input.text] as const] : [],
    ),
  )

/** Whether work goes on from other work, or is the same; what a lab remembers by itself does not count. */
function beginsWith(work: readonly LabInput[], start: readonly LabInput[]): boolean {
  const [whole, first] = [work, start].map((journal) =>
    journal.filter(({ kind }) => kind !== 'check').map((input) => JSON.stringify(input)),
  ) as [string[], string[]]
  return sharedLength(whole, first) === first.length
}
