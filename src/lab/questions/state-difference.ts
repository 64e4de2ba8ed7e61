import type { Lesson } from '../../lessons/lesson.ts'
import type { World } from '../../world/world.ts'
import type { LabInput } from '../lab.ts'
import { openLab } from '../open.ts'
import { compareStates, type StateDifference } from '../snapshots/compare-states.ts'
import { stateOfWorld } from '../snapshots/state-of-world.ts'
import type { Question } from './question.ts'

export interface Asked {
  readonly lesson: Lesson
  /** What was done until the first state, and until the second; the lab as it stands where absent. */
  readonly first?: readonly LabInput[]
  readonly second?: readonly LabInput[]
  /** The lesson of the second state, where it was done in another world. */
  readonly otherLesson?: Lesson
}

/** What differs, or why that cannot be found out, in a sentence. */
export type Compared = { readonly difference: StateDifference } | { readonly reason: string }

/** Does both journals again in labs of their own, so that the one that is open stays as it is. */
export const stateDifference: Question<Asked, Promise<Compared>> = {
  async answer({ lesson, first, second, otherLesson = lesson }, { world }) {
    if (!world) return { reason: 'No lab is open.' }
    try {
      const before = first ? await replayed(lesson, first, world) : world
      const after = second ? await replayed(otherLesson, second, world) : world
      return { difference: compareStates(stateOfWorld(before), stateOfWorld(after)) }
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) }
    }
  },
}

async function replayed(
  lesson: Lesson,
  journal: readonly LabInput[],
  { crypto }: World,
): Promise<World> {
  const output = { write: () => undefined, addLine: () => undefined }
  return (await openLab(lesson, { crypto, output, journal })).world
}
