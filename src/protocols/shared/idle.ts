/**
 * How long the other side has been silent, in milliseconds. `idleSince` is the time of the first tick
 * after its last octet, and `undefined` until that tick comes; whatever it sends unsets it.
 */
export type IdleSince = number | undefined

/** @returns What a tick makes of it. */
export const idleSinceAt = (idleSince: IdleSince, now: number): number => idleSince ?? now

export const isIdleFor = (idleSince: IdleSince, now: number, limit: number): boolean =>
  idleSince !== undefined && now - idleSince >= limit
