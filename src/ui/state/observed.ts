import type { Lesson, Step, StepProgress } from '../../lab/types.ts'
import type { Selection } from '../views/selection.ts'
import type { LabView } from './lab-view.svelte.ts'

/** What panels draw from that show where messages went: the work at a lesson, or a bridge. */
export interface Observed {
  readonly lab: Pick<LabView, 'events' | 'mailboxes' | 'zones' | 'mails'>
  readonly lesson: {
    readonly world: Pick<Lesson['world'], 'mails' | 'mailboxes'> &
      Partial<Pick<Lesson['world'], 'now'>>
    /** Seconds that its plan has run before it begins. */
    readonly opensAfter?: number
    readonly terminal?: Lesson['terminal']
  }
  /** The step of a lesson that is looked at, and how a step stands. */
  readonly step?: Step | undefined
  progressOf?(step: string): StepProgress | undefined
  selection: Selection | undefined
  /** Shows what went over a connection, where a page has a place for that. */
  openConnection?(connection: number): void
  /**
   * Where things come from outside: whether the view goes on to what is new, or stays. Undefined: what
   * comes is what the person did.
   */
  readonly follows?: boolean
}
