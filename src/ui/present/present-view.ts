import type { PresentAct } from './present-keys.ts'
import type { Replay } from './replay.svelte.ts'

/** What is drawn of a presentation, and what can be asked of it. */
export interface PresentView {
  readonly replay: Replay | undefined
  readonly isLit: boolean
  readonly isBlank: boolean
  act(act: PresentAct): void
}

/** The same for the window with the notes. */
export interface NotedView extends PresentView {
  /** Of the lesson. */
  readonly slug: string
  readonly variant: string | undefined
  /** Shows a prepared state. @returns Why it cannot be shown, if so. */
  open(fragment: string): string | undefined
}
