import type { ScreenChoice } from '../../lab/class/protocol.ts'
import { hall } from '../desk/hall.svelte.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { presenting } from '../state/presenting.svelte.ts'
import type { Selection } from '../views/selection.ts'
import type { Shown } from './screen-sender.ts'

/**
 * What a page shows of its lesson, for a class that follows.
 * @param step The step that is seen: one behind a curtain is not.
 * @param panel The panel of effects that is open.
 */
export function shownOf(
  work: LessonState,
  step: string | undefined,
  panel: string | undefined,
): Shown {
  const { lesson, variant, journal, selection } = work
  const { world } = lesson.isOwn ? work.saved : {}
  const slot = presenting.isOn ? hall.slots?.tab : undefined
  const chosen = selection && choiceOf(selection)
  return {
    place: { slug: lesson.slug, ...(step !== undefined && { step }) },
    look: {
      ...(slot !== undefined && { slot }),
      ...(panel !== undefined && { panel }),
      ...(chosen && { chosen }),
      ...(hall.isBlank && { isBlank: true }),
      ...(hall.lit && { lit: hall.lit }),
    },
    work: {
      edition: lesson.edition,
      ...(variant !== undefined && { variant }),
      ...(world && { world }),
    },
    journal,
  }
}

/** What was chosen by hand; what a step shows, it shows on each page. */
const choiceOf = ({ byStep, ...choice }: Selection): ScreenChoice | undefined =>
  byStep ? undefined : (choice as ScreenChoice)
