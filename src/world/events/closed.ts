import { defineEvent } from '../log/event-kind.ts'

/** A connection is over, whichever side ended it. */
export interface Closed {
  readonly type: 'closed'
  readonly connection: number
}

export const closed = defineEvent<Closed>({
  type: 'closed',
  shownIn: 'activity',
  sentence: ({ connection }) => `Connection ${connection} is closed.`,
})
