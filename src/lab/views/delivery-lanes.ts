import { DNS_LANE, type DeliveryLane } from './delivery.ts'
import type { StoryStep } from './delivery-story.ts'

/**
 * The lanes of a message: its hosts in the order in which they had it, the mailboxes at the right, and
 * the DNS before the last host, so that questions from both sides lead to it.
 * @param terminal The host that the learner sits at.
 */
export function lanesOf(steps: readonly StoryStep[], terminal?: string): DeliveryLane[] {
  const hosts = new Set<string>()
  const mailboxes = new Set<string>()
  let asks = false
  for (const step of steps) {
    if (step.kind !== 'event') continue
    const { event } = step
    if (event.type === 'dns') asks = true
    if (event.type === 'dns') hosts.add(event.by)
    else if (event.type === 'opened' || event.type === 'refused')
      hosts.add(event.from).add(event.to)
    else if (event.type === 'delivered') mailboxes.add(event.mailbox)
    else if ('host' in event) hosts.add(event.host)
  }
  const names = [...hosts]
  const lanes = names.map((name, at) => hostLane(name, roleOf(name, at, names.length, terminal)))
  const dns: DeliveryLane = { id: DNS_LANE, kind: 'dns', title: 'DNS', host: 'what zones say' }
  if (asks) lanes.splice(Math.max(1, names.length - 1), 0, dns)
  return [...lanes, ...[...mailboxes].map(mailboxLane)]
}

const hostLane = (name: string, title: string): DeliveryLane => ({
  ...{ id: name, kind: 'host', title, host: name },
})

const mailboxLane = (address: string): DeliveryLane => ({
  ...{ id: address, kind: 'mailbox', title: 'Mailbox', host: address },
})

function roleOf(name: string, at: number, count: number, terminal: string | undefined): string {
  if (name === terminal) return 'You'
  if (at === 0) return 'Sender'
  return at === count - 1 ? 'Receiver' : 'Relay'
}
