import { holds, numberSet, type NumberSet } from '../data/number-set.ts'
import { highestOf, resolveSet } from '../data/sequence-set.ts'
import { numberOf, type View } from './view.ts'
import type { MessageSet } from '../wire/sets.ts'

/** A UID set as numbers; `*` is the highest UID that the client knows (RFC 9051 §6.4.9). */
export const uidsOf = (view: View, set: MessageSet): NumberSet =>
  set === '$' ? numberSet(savedIn(view)) : resolveSet(set, view.uids.at(-1) ?? 0)

/** What is expunged goes from the saved result as well (RFC 5182 §2.1); no UID ever comes back. */
const savedIn = (view: View): number[] => view.saved().filter((uid) => numberOf(view, uid) > 0)

export type Chosen =
  | { readonly ok: true; readonly uids: readonly number[] }
  /** A number that no message has. */
  | { readonly ok: false; readonly because: string }

/**
 * The UIDs that a set names, rising. UIDs that are not there are passed over (§6.4.9); a message
 * number that is not there is a client's error.
 */
export function choose(view: View, set: MessageSet, by: 'number' | 'uid'): Chosen {
  if (set === '$') return { ok: true, uids: savedIn(view) }
  if (by === 'uid') return { ok: true, uids: uidsIn(view, uidsOf(view, set)) }
  const count = view.uids.length
  if (highestOf(set, count) > count || count === 0) return { ok: false, because: outOfRange(count) }
  const uids = resolveSet(set, count).flatMap(([first, last]) => view.uids.slice(first - 1, last))
  return { ok: true, uids }
}

const uidsIn = (view: View, set: NumberSet): number[] => view.uids.filter((uid) => holds(set, uid))

const outOfRange = (count: number): string =>
  count === 0 ? 'There are no messages here' : `Messages are numbered from 1 to ${count} here`
