import type { Internet } from '../internet.ts'
import type { QueuedMessage } from './queued-message.ts'

/** Logs that a host has a message to pass on: what happens to the message later names its id. */
export function noteQueued(net: Pick<Internet, 'emit'>, message: QueuedMessage): void {
  const { id, host, from, to, about, cause, isOwn } = message
  net.emit({
    ...{ type: 'queued', host: host.name, queueId: id, from },
    to: to.map(({ address }) => address),
    // A report has the cause of what it is about.
    ...(about === undefined && cause !== undefined && { connection: cause }),
    ...(about !== undefined && { about }),
    ...(isOwn && { isOwn }),
  })
}
