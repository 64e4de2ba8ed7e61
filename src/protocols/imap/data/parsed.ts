import { readEntity, type Entity } from './entity.ts'
import { lineCounter } from './line-count.ts'

/** What is known of a message once it was read. */
export interface Parsed {
  readonly bytes: Uint8Array
  readonly root: Entity
  /** Line ends between two positions. */
  readonly lines: (from: number, to: number) => number
}

interface Entry extends Parsed {
  /** What functions of the message gave, each in the place it was given. */
  readonly results: unknown[]
}

const known = new WeakMap<Uint8Array, Entry>()

function entryOf(bytes: Uint8Array): Entry {
  const before = known.get(bytes)
  if (before) return before
  const entry = { bytes, root: readEntity(bytes), lines: lineCounter(bytes), results: [] }
  known.set(bytes, entry)
  return entry
}

/**
 * Reads a message once for as long as its octets live: the same array gives the same result. The
 * octets of a stored message never change.
 */
export const parsedOf = (bytes: Uint8Array): Parsed => entryOf(bytes)

let places = 0

/** Keeps the result of a function of a message beside the message. */
export function remembered<T>(compute: (message: Parsed) => T): (bytes: Uint8Array) => T {
  const place = places++
  return (bytes) => {
    const entry = entryOf(bytes)
    return (entry.results[place] ??= compute(entry)) as T
  }
}
