import { inTurn, type Turn } from './turn.ts'

/** What a host tolerates, and what a session has had of it. */
export interface Refusals<Session, Effect> {
  /** Refusals before this one. */
  readonly before: number
  /** The refusal with this number is the last. */
  readonly limit: number
  /** The session that remembers so many. */
  withCount(refusals: number): Session
  /** The farewell. */
  hangUp(): Turn<Session, Effect>
}

/** Counts a refusal that was just sent; after the last one that the host tolerates, it closes. */
export function countRefusal<Session, Effect>(
  effects: readonly Effect[],
  { before, limit, withCount, hangUp }: Refusals<Session, Effect>,
): Turn<Session, Effect> {
  const refusals = before + 1
  return refusals < limit
    ? { session: withCount(refusals), effects }
    : inTurn({ effects }, hangUp())
}
