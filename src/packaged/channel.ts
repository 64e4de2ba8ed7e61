import type { FirstAnswer, Sent } from '../learning/attempt.ts'
import type { StepOutline } from '../learning/outline.ts'
import type { Outcome } from '../learning/outcome.ts'

/** The line to a learning system. What it cannot do it says by throwing; it may be asked again. */
export interface Channel {
  /** Characters that it keeps of a lesson that is left. */
  readonly room: number
  /** Begins a session. Rejects where there is no answer. */
  open(): Promise<Opened>
  /** Hands over how all stands, and has it recorded. Rejects where that was not taken. */
  save(now: Standpoint): Promise<void>
  /** Notes the first answer to a question; it goes with what is saved next. */
  answered(answer: FirstAnswer): void
  /** Notes that a step was done for the first time; likewise. */
  stepDone(step: StepOutline): void
  /** Ends the session as far as a page can that is about to go. Never throws. */
  leave(now: Standpoint): void
}

/** What a learning system says at the start. */
export interface Opened {
  /** What it kept; empty where there is nothing. */
  readonly kept: string
  /** From 0 to 1: the score that it asks for. */
  readonly mastery?: number
  /** `look`: what is done is not to be recorded. */
  readonly mode: 'normal' | 'look'
  /** Where the learner goes when the lesson is left; where there is none, the system has its own way out. */
  readonly returnTo?: string
}

/** How all stands. */
export interface Standpoint {
  /** What is to be kept; undefined where what was kept before is to stay. */
  readonly kept: string | undefined
  readonly outcome: Outcome
  /** What was reached since the last time: the channel says it once, and keeps it until that was taken. */
  readonly due: readonly Sent[]
  /** All that was said once, ever, and what is due. */
  readonly sent: readonly Sent[]
  /** The id of the first step that is open; of the last one where all are done. */
  readonly location: string
  /** Milliseconds of this session. */
  readonly time: number
}

/** The session that the page was opened for is over: it has to be opened anew. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver'
}
