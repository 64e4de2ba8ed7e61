import { words } from '#words/states'
import {
  goBackTo,
  saveState,
  stepBack,
  zonesIn,
  type Target,
  type Work,
} from '../../../lab/snapshots/go-back.ts'
import { packStates, readStates, type SavedState } from '../../../lab/snapshots/saved-state.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'

/** What is used of a lesson's state. */
export type StatefulWork = Pick<
  LessonState,
  'journal' | 'record' | 'saved' | 'kept' | 'announcement' | 'import'
>

/** Saves the work as it stands under a name. */
export function save(work: StatefulWork, name: string): void {
  const { states } = saveState(workOf(work), name)
  keep(work, states)
  work.announcement = words.saved(name)
}

/** @param at Its place among the states, from 0. */
export function remove(work: StatefulWork, at: number): void {
  const { states } = workOf(work)
  keep(work, states.toSpliced(at, 1))
  work.announcement = words.removed(states[at]?.name ?? '')
}

/** Goes back to a state; what was done since is kept as a branch. */
export async function goBack(work: StatefulWork, state: SavedState): Promise<void> {
  const kept = await open(work, state)
  work.announcement = words.wentBack(state.name, kept)
}

/** Takes back the last thing that was done; all of it is kept as a branch. */
export async function goOneBack(work: StatefulWork): Promise<void> {
  const kept = await open(work, { ...workOf(work), journal: stepBack(work.journal) })
  work.announcement = words.steppedBack(kept)
}

/** @returns The name of the branch that was kept. */
async function open(work: StatefulWork, target: Target): Promise<string | undefined> {
  const before = workOf(work)
  const after = goBackTo(before, target, words.branch)
  const { journal, world } = after
  const states = packStates(after.states)
  const { world: _, ...saved } = work.saved
  await work.import({
    ...{ ...saved, journal, zones: zonesIn(journal), states },
    ...(world && { world }),
  })
  return after.states.length > before.states.length ? after.states.at(-1)?.name : undefined
}

function keep(work: StatefulWork, states: readonly SavedState[]): void {
  work.record = { ...work.record, states: packStates(states) }
  work.kept.write(work.saved)
}

const workOf = ({ journal, record, saved: { world } }: StatefulWork): Work => ({
  ...{ journal, world },
  states: readStates(record.states),
})
