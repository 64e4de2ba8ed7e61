import { remember } from '../../protocols/smtp/policies/memory.ts'

/** What a host has seen of one client: when, in milliseconds. */
export interface SenderRecord {
  /** Messages that it accepted. */
  readonly accepted: number[]
  /** Recipients that it does not have. */
  readonly unknown: number[]
  /** Messages that readers called spam. */
  readonly complaints: number[]
}

/** Times that are kept of each kind; older ones go. */
const KEPT = 10_000

/** The record of a client’s address. */
export function senderOf(senders: Map<string, SenderRecord>, ip: string): SenderRecord {
  const found = senders.get(ip) ?? { accepted: [], unknown: [], complaints: [] }
  if (!senders.has(ip)) remember(senders, ip, found)
  return found
}

export function note(times: number[], now: number): void {
  times.push(now)
  if (times.length > KEPT) times.shift()
}

/** How many of the times are within `per` milliseconds before now. */
export const countWithin = (times: readonly number[], now: number, per: number): number =>
  times.filter((at) => now - at < per).length
