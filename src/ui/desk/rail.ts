import type { PanelName } from '../../lab/types.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { WorldEntry } from './world-choice.ts'

/** What the sandbox's list of its world is given. */
export interface RailProps {
  work: LessonState
  worlds?: readonly WorldEntry[] | undefined
  /** Shows one of the panels in which one acts. */
  act: (panel: PanelName) => void
}
