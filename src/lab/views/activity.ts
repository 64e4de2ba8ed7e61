import type { Tone } from '../../core/tone.ts'
import { kindNamed } from '../event-log.ts'
import type { WorldEvent } from '../types.ts'

/** An event in a sentence, as the list of activity shows it. */
export interface Activity {
  readonly at: number
  /** Backticks mark code. */
  readonly text: string
  readonly tone: Tone
  /** The connection that shows more of it. */
  readonly connection?: number
}

/** The events that the list of activity shows, in sentences. */
export const activityOf = (events: readonly WorldEvent[]): Activity[] =>
  events.flatMap((event) => {
    const kind = kindNamed(event.type)!
    if (kind.shownIn !== 'activity') return []
    const { at } = event
    const connection = event as { readonly connection?: number }
    return [
      {
        ...{ at, text: kind.sentence(event as never), tone: kind.tone(event as never) },
        ...(connection.connection !== undefined && { connection: connection.connection }),
      },
    ]
  })
