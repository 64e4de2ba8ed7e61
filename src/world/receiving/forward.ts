import { domainOf } from '../../core/domain.ts'
import { randomId } from '../../core/random.ts'
import { rewriteSender } from '../addresses/srs.ts'
import { srsKeyOf } from '../addresses/expand.ts'
import { domainsOf, isOf } from '../domains.ts'
import type { QueuedMessage, QueuedRecipient } from '../outbox/queued-message.ts'
import type { Accepted } from './accepted.ts'
import { changeMessage } from './change-message.ts'
import { queuedOf } from './queued-of.ts'
import { ID_LENGTH } from './receiver.ts'
import { seal } from './seal.ts'

export interface Forwarded {
  readonly message: QueuedMessage
  /** What the host changed, in its words. */
  readonly changes: readonly string[]
}

/**
 * A message as its host sends it on from an alias: with the same reverse-path, or one of its own, and
 * with Delivered-To, so that a loop shows.
 * @param recipient The alias, with what the client asked for.
 */
export async function forwarded(
  accepted: Accepted,
  recipient: QueuedRecipient,
  to: readonly string[],
): Promise<Forwarded> {
  const { net, receiver, incoming, receipt, examined } = accepted
  const { host } = receiver
  const { changes = [], seal: seals } = host.forwarding ?? {}
  const message = changeMessage(incoming.message, changes)
  const queued = queuedOf(
    receiver,
    { ...incoming, message },
    { ...receipt, deliveredTo: recipient.address },
  )
  const sealed =
    seals && examined
      ? await seal(net, host, domainOf(recipient.address), queued.bytes, {
          results: examined.results,
          chainStatus: examined.arc?.status ?? 'none',
        })
      : undefined
  return {
    message: {
      ...queued,
      id: randomId(net.random, ID_LENGTH),
      from: senderOf(accepted, recipient.address),
      to: to.map((address) => ({ ...askedOf(recipient, to.length), address })),
      bytes: sealed ?? queued.bytes,
    },
    changes: [...changes.map(({ kind }) => kind), ...(sealed ? ['seal'] : [])],
  }
}

/** A sender of this host's own domain needs no other. */
function senderOf({ net, receiver, incoming }: Accepted, alias: string): string {
  const { host } = receiver
  const { from } = incoming.envelope
  if (host.forwarding?.sender !== 'srs' || isOf(domainsOf(host), from)) return from
  return rewriteSender(from, srsKeyOf(net, host, alias), net.clock.now())
}

/**
 * What the client asked for goes on to one address as it is (RFC 3461 §5.2.7.2); where there are several,
 * this host reports success itself (§5.2.7.3).
 */
function askedOf(
  { notify, original }: QueuedRecipient,
  count: number,
): Omit<QueuedRecipient, 'address'> {
  const others = notify?.filter((word) => word !== 'SUCCESS')
  const asked = count === 1 ? notify : others?.length ? others : notify && (['NEVER'] as const)
  return { ...(asked && { notify: asked }), ...(original && { original }) }
}
