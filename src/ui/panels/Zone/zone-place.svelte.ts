import { once } from '../../../core/once.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'

/** A place in a zone's text, in UTF-16 units from its start. */
export interface ZonePlace {
  readonly origin: string
  /** Undefined where the caret has not been put anywhere yet. */
  readonly at: number | undefined
}

class PlaceInZones {
  now = $state.raw<ZonePlace>()
}

/** Which zone the learner looks at, and where the caret is in it: the editor notes it, views follow. */
export const zonePlace = once((_: LessonState) => new PlaceInZones())
