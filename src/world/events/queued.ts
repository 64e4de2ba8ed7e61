import { defineEvent } from '../log/event-kind.ts'

/** A host has a message to pass on: one that it took over, one of its own, or a report that it wrote. */
export interface Queued {
  readonly type: 'queued'
  readonly host: string
  /** The id under which the host keeps the message; of a mail of the spec, that mail's id. */
  readonly queueId: string
  /** Empty for the null reverse-path. */
  readonly from: string
  readonly to: readonly string[]
  /** The connection that brought the message; absent where the host wrote it. */
  readonly connection?: number
  /** Of a delivery status notification: the queue id of the message that it is about. */
  readonly about?: string
  /** The host wrote it of its own accord, about no message that it had. */
  readonly isOwn?: true
}

export const queued = defineEvent<Queued>({
  type: 'queued',
  shownIn: 'detail',
  sentence: ({ host, queueId, from, to }) =>
    `${host} has a message from ${from || 'the null sender'} to ${to.join(', ')} to pass on, as ${queueId}.`,
})
