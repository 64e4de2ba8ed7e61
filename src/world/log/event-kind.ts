import type { Tone } from '../../core/tone.ts'

/** All that the project knows of one kind of event. */
export interface EventKind<Event extends { readonly type: string }> {
  readonly type: Event['type']
  /** `activity`: it stands in the list of what happened. `detail`: only where more is shown. */
  readonly shownIn: 'activity' | 'detail'
  /** What happened, in a sentence for a person. Backticks mark code. */
  readonly sentence: (event: Event & Timed) => string
  readonly tone: (event: Event) => Tone
  /** About how many octets it takes beside its few words. */
  readonly octets: (event: Event) => number
}

export interface Timed {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Its number in the log: 0 for the first there ever was. The log gives it. */
  readonly number?: number
  /**
   * The number of the event that led to it; absent where a person or a plan began it. A log that keeps
   * only the newest may have that one no longer.
   */
  readonly cause?: number
}

/** Most kinds have no colour and no weight. */
export const defineEvent = <Event extends { readonly type: string }>(
  kind: Omit<EventKind<Event>, 'tone' | 'octets'> & Partial<EventKind<Event>>,
): EventKind<Event> => ({ tone: () => 'plain', octets: () => 0, ...kind })
