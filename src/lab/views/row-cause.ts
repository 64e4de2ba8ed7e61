import { kindNamed } from '../event-log.ts'
import type { WorldEvent } from '../types.ts'
import type { DeliveryRow } from './delivery.ts'

/** What led to a row of a diagram. */
export type RowCause =
  /** Another row of it, counted from 0. */
  | { readonly kind: 'row'; readonly at: number }
  /** Something that the diagram does not show, in a sentence; backticks mark code. */
  | { readonly kind: 'event'; readonly text: string }
  /** A person or a plan began it. */
  | { readonly kind: 'beginning' }
  /** The log no longer has it. */
  | { readonly kind: 'gone' }

/**
 * Follows the causes of a row's event back to one that the diagram shows.
 * @param log In which the events of the diagram are.
 * @returns `undefined` for a row that is no single event's.
 */
export function causeOfRow(
  rows: readonly DeliveryRow[],
  at: number,
  log: readonly WorldEvent[],
): RowCause | undefined {
  const { number: own, kind } = rows[at] ?? {}
  if (own === undefined) return undefined
  // Verdicts are of the event of the arrival: each follows from what was asked, and leads to the next.
  if (at > 0 && (kind === 'verdict' || rows[at - 1]!.number === own))
    return { kind: 'row', at: at - 1 }
  let event = eventNumbered(log, own)
  while (event) {
    const { cause } = event
    if (cause === undefined) return { kind: 'beginning' }
    const shown = rows.findIndex(({ number }) => number === cause)
    if (shown >= 0) return { kind: 'row', at: shown }
    event = eventNumbered(log, cause)
    if (event && !isTalk(event))
      return { kind: 'event', text: kindNamed(event.type)!.sentence(event as never) }
  }
  return { kind: 'gone' }
}

/** Octets and their like lead on to what was said before. */
const isTalk = ({ type }: WorldEvent): boolean =>
  type === 'wire' || type === 'command' || type === 'closed'

/** The event of a number in a log, which is in the order of the numbers, but may have gaps. */
export function eventNumbered(log: readonly WorldEvent[], number: number): WorldEvent | undefined {
  let [low, high] = [0, log.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((log[middle]!.number ?? middle) < number) low = middle + 1
    else high = middle
  }
  return log[low]?.number === number ? log[low] : undefined
}
