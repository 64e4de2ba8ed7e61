import { domainOf, isWithin } from '../../core/domain.ts'
import type { FlushEffect } from '../../protocols/smtp/server/effects.ts'
import type { Internet } from '../internet.ts'
import type { QueuedMessage } from './queued-message.ts'
import { keptAt, type QueueEntry } from './outbox.ts'
import { recordOutcome } from './record-outcome.ts'
import { route } from './route.ts'

/** Sends a message to its recipients, and records what comes of it. */
export async function sendQueued(net: Internet, message: QueuedMessage): Promise<void> {
  const outcomes = await route(net, message, message.to)
  await recordOutcome(net, { message, outcomes, tries: 0, delay: 'unreported' })
}

/** Tries again what is due by now. */
export const retryDue = (net: Internet): Promise<void> =>
  retry(net, ({ nextTry }) => nextTry <= net.clock.now())

/** Tries again at once what a host keeps for a domain: a client asked for it (RFC 1985 §5). */
export const retryFor = (
  net: Internet,
  host: string,
  { domain, withBelow }: Pick<FlushEffect, 'domain' | 'withBelow'>,
): Promise<void> =>
  retry(
    net,
    ({ message, recipients }) =>
      message.host.name === host &&
      recipients.some(({ recipient }) => {
        const of = domainOf(recipient.address)
        return withBelow ? isWithin(of, domain) : of === domain
      }),
  )

/** Tries again at once what a host keeps: one message, or all of them. */
export const retryKept = (net: Internet, host: string, id: string | undefined): Promise<void> =>
  retry(net, keptAt(host, id))

async function retry(net: Internet, isWanted: (entry: QueueEntry) => boolean): Promise<void> {
  for (const { message, recipients, tries, delay } of net.outbox.remove(isWanted)) {
    const outcomes = await route(
      net,
      message,
      recipients.map(({ recipient }) => recipient),
    )
    await recordOutcome(net, { message, outcomes, tries, delay })
  }
}
