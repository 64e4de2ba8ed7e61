import type { ScreenLight } from '../../lab/class/protocol.ts'
import type { Slots } from './slots.svelte.ts'

/** What a presenter moves of a desk, once its parts have come. */
class Hall {
  /** Whether the step that is shown is hidden still, until the key. */
  isCurtained = $state(false)
  slots = $state.raw<Slots>()
  /** The way through the steps; a sandbox has none. */
  steps = $state.raw<StepWay>()
  /** What lies over the lesson: nothing is seen, or all is dim but a thing. Pages of a class show it too. */
  isBlank = $state(false)
  lit = $state.raw<ScreenLight>()
}

export interface StepWay {
  /** The id of the step that is shown, or of the end. */
  readonly shown: string
  /** Absent where there is no further one. */
  readonly next: (() => void) | undefined
  readonly back: (() => void) | undefined
}

export const hall = new Hall()
