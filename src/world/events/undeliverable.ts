import { defineEvent } from '../log/event-kind.ts'

/** A host gave up on a recipient of a message. */
export interface Undeliverable {
  readonly type: 'undeliverable'
  readonly host: string
  /** The id under which the host had the message. */
  readonly queueId: string
  readonly recipient: string
  /** The connection that brought it, where that is still open. */
  readonly connection?: number
  readonly reason: string
}

export const undeliverable = defineEvent<Undeliverable>({
  type: 'undeliverable',
  shownIn: 'activity',
  sentence: ({ recipient, reason }) => `A message to ${recipient} is undeliverable: ${reason}`,
  tone: () => 'fail',
})
