import type { Action } from '../../message/dsn/dsn.ts'
import { defineEvent } from '../log/event-kind.ts'

/** A host sent a delivery status notification to the sender of a message (RFC 3461 §5.2). */
export interface Reported {
  readonly type: 'reported'
  readonly host: string
  /** The id under which the host had the message. */
  readonly queueId: string
  /** The sender. */
  readonly to: string
  readonly about: readonly ReportedRecipient[]
}

export interface ReportedRecipient {
  readonly recipient: string
  readonly action: Action
  /** An enhanced status code. */
  readonly status: string
}

const outcomes: Readonly<Record<Action, string>> = {
  failed: 'could not be delivered',
  delayed: 'is delayed',
  delivered: 'was delivered',
  relayed: 'was passed on to a server that sends no reports',
  expanded: 'was delivered to a list',
}

export const reported = defineEvent<Reported>({
  type: 'reported',
  shownIn: 'activity',
  sentence({ host, to, about }) {
    const outcome = about.map(
      ({ recipient: address, action, status }) =>
        `the message to ${address} ${outcomes[action]} (${status})`,
    )
    return `${host} reports to ${to}: ${outcome.join('; ')}.`
  },
  tone: ({ about }) => (about.some(({ action }) => action === 'failed') ? 'fail' : 'plain'),
})
