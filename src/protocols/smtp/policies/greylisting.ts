import { remember, type HostMemory } from './memory.ts'

/**
 * Greylisting (RFC 6647): a sender seen for the first time is asked to come back later. Real mail
 * servers do; much of what sends spam does not.
 */
export interface Greylisting {
  /** Milliseconds before another try of the same triplet is taken. */
  readonly delay: number
  /** Milliseconds after which a triplet is forgotten. */
  readonly lifetime?: number
}

/** A month and some days, as common greylisting servers have it. */
const LIFETIME = 35 * 24 * 60 * 60_000

/** RFC 6647 §2.4: client, sender and recipient. */
export interface Triplet {
  readonly client: string
  readonly sender: string
  readonly recipient: string
}

/** Whether the triplet must come back later. The first sight of it is written down. */
export function isGreylisted(
  { delay, lifetime = LIFETIME }: Greylisting,
  { triplets }: HostMemory,
  triplet: Triplet,
  now: number,
): boolean {
  const key = keyOf(triplet)
  const seen = triplets.get(key)
  if (seen !== undefined && now - seen <= lifetime) return now - seen < delay
  triplets.delete(key)
  remember(triplets, key, now)
  return delay > 0
}

/** When a triplet was first seen, in milliseconds; `undefined` where it was not, or is forgotten. */
export function firstSeen(
  { lifetime = LIFETIME }: Greylisting,
  { triplets }: HostMemory,
  triplet: Triplet,
  now: number,
): number | undefined {
  const seen = triplets.get(keyOf(triplet))
  return seen !== undefined && now - seen <= lifetime ? seen : undefined
}

/** Large senders try again from a neighbour, so the client is its network (RFC 6647 §2.4). */
const keyOf = ({ client, sender, recipient }: Triplet): string =>
  [networkOf(client), sender.toLowerCase(), recipient.toLowerCase()].join(' ')

/** `192.0.2.7` ▶ `192.0.2`; `2001:db8:1:2:3::4` ▶ `2001:db8:1:2`. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.')
  return address.split(':').slice(0, 4).join(':')
}
