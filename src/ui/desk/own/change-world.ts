import { editedBy } from '../../../lab/lab.ts'
import { fitWork, type Done } from '../../../lab/own-world/fit-work.ts'
import { ownWorldOf } from '../../../lab/own-world/own-world-of.ts'
import type { OwnWorld } from '../../../lab/own-world/own-world.ts'
import { renameAddress, renameDomain, type Renaming } from '../../../lab/own-world/rename.ts'
import type { Changed } from '../../../lab/own-world/parts.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'

/** What is used of the sandbox's state. */
export type OwnedWork = Pick<LessonState, 'lesson' | 'saved' | 'import' | 'ask' | 'announcement'>

/** What a change does with what was done before. */
export interface HowChanged {
  readonly renaming?: Renaming | undefined
  /** Edits of this zone are given up. */
  readonly without?: string | undefined
}

const withoutEdits = ({ journal, zones }: Done, zone: string | undefined): Done => ({
  journal: journal.filter((input) => input.kind !== 'edit' || editedBy(input) !== zone),
  zones: Object.fromEntries(Object.entries(zones).filter(([key]) => key !== zone)),
})

/**
 * Opens the sandbox in its changed world, with what was done in it; the change can be undone.
 * @param said What is read out when it is there.
 * @returns Why it cannot be, in a sentence.
 */
export async function changeWorld(
  work: OwnedWork,
  changed: Changed,
  said: string,
  how?: HowChanged,
): Promise<string | undefined> {
  if (!changed.ok) return changed.why
  const check = await work.ask('ownWorld', { own: changed.own })
  if (!check.ok) {
    const [first] = check.problems
    return first && `${first.path.join('.')}: ${first.message}`
  }
  await openWorld(work, check.own, said, how)
  return undefined
}

/** The same with a world that was checked. */
export async function openWorld(
  work: OwnedWork,
  own: OwnWorld,
  said: string,
  { renaming, without }: HowChanged = {},
): Promise<void> {
  const { saved } = work
  const done = fitWork(withoutEdits(saved, without), ownWorldOf(work.lesson), own, renaming)
  await work.import({ ...saved, ...done, world: own })
  work.announcement = said
}

/** Gives a domain, a host or a mailbox another name in all of the world, and in what was done. */
export function renameInWorld(
  work: OwnedWork,
  renaming: Renaming,
  said: string,
): Promise<string | undefined> {
  const rename = renaming.from.includes('@') ? renameAddress : renameDomain
  return changeWorld(work, rename(ownWorldOf(work.lesson), renaming), said, { renaming })
}
