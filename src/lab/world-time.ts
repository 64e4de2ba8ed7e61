import { reasonOf } from '../world/outbox/outcome.ts'
import type { QueueEntry } from '../world/outbox/outbox.ts'
import type { World } from '../world/world.ts'

/** What time it is in a world, and what is still to come there. Times are milliseconds since 1970. */
export interface WorldTime {
  readonly now: number
  /** When something happens next by itself; absent where nothing is to come. */
  readonly next?: number
  /** What waits at the hosts for another try, in the order of those. */
  readonly waiting: readonly WaitingMessage[]
}

export interface WaitingMessage {
  /** The host that keeps it. */
  readonly host: string
  /** The id under which it does. */
  readonly queueId: string
  /** The reverse-path; empty for the null sender. */
  readonly from: string
  readonly since: number
  /** How often it was tried. */
  readonly tries: number
  readonly nextTry: number
  /** Whom it could not be sent to yet, and what the last try came to. */
  readonly recipients: readonly { readonly address: string; readonly reason: string }[]
}

export const worldTime = ({ clock, nextDue, outbox }: World): WorldTime => ({
  now: clock.now(),
  ...(nextDue !== undefined && { next: nextDue }),
  waiting: outbox.slice(0, MAX_WAITING).map(asWaiting),
})

/** A longer queue is cut: the soonest tries stay. */
const MAX_WAITING = 200

const asWaiting = ({ message, recipients, tries, nextTry }: QueueEntry): WaitingMessage => ({
  ...{ host: message.host.name, queueId: message.id, from: message.from },
  ...{ since: message.arrivedAt, tries, nextTry },
  recipients: recipients.map(({ recipient, outcome }) => ({
    address: recipient.address,
    reason: reasonOf(outcome),
  })),
})
