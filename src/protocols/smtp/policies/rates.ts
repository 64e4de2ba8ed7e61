import { remember, type HostMemory } from './memory.ts'

/** How often one client address may do things; a limit that is not there does not hold. */
export interface RateLimits {
  /** The window of the counter in milliseconds. */
  readonly per: number
  readonly connections?: number
  readonly messages?: number
  readonly recipients?: number
  readonly logins?: number
}

export type RatedAct = 'connections' | 'messages' | 'recipients' | 'logins'

/** Counts one more, and returns whether that is over the limit. */
export function isTooOften(
  rates: RateLimits | undefined,
  { visits }: HostMemory,
  address: string,
  what: RatedAct,
  now: number,
): boolean {
  const limit = rates?.[what]
  if (!rates || limit === undefined) return false
  const key = `${what} ${address}`
  const recent = (visits.get(key) ?? []).filter((at) => now - at < rates.per)
  visits.delete(key)
  // One more than the limit is enough to know.
  remember(visits, key, [...recent, now].slice(-limit - 1))
  return recent.length >= limit
}
