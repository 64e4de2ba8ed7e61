import type { Decided, DecidedAction } from '../events/decided.ts'
import type { Internet } from '../internet.ts'
import type { Accepted } from '../receiving/accepted.ts'
import type { HostSpec } from '../spec.ts'

/** Where a list met a message. */
export interface ListContext {
  readonly net: Internet
  readonly host: HostSpec
  /** The connection that brought it; absent where the host wrote it. */
  readonly connection?: number
  readonly queueId: string
}

export const contextOf = ({ net, receiver, receipt }: Accepted): ListContext => ({
  ...{ net, host: receiver.host, connection: receiver.connection, queueId: receipt.id },
})

/** Logs what a list decided. */
export function decideList(
  { net, host, connection, queueId }: ListContext,
  action: DecidedAction,
  subject: string,
  reason: string,
  source?: Decided['source'],
  place?: Decided['place'],
): void {
  net.emit({
    ...{ type: 'decided', host: host.name, queueId, policy: 'list', action, subject, reason },
    setting: 'lists',
    ...(connection !== undefined && { connection }),
    ...(source && { source }),
    ...(place && { place }),
  })
}
