import type { WorldEvent } from '../../world/events/index.ts'
import { connectionOf } from '../../world/log/recent.ts'
import type { DeliveryRow } from './delivery.ts'

/**
 * The connection over which a row of a delivery came to be; of one that is of none, as a question to the DNS,
 * the one before it, and at the beginning the first there is.
 * @param at The row, counted from 0.
 */
export function connectionOfRow(
  rows: readonly Pick<DeliveryRow, 'number'>[],
  at: number,
  events: readonly WorldEvent[],
): number | undefined {
  const numbered = new Map(events.map((event) => [event.number, event]))
  const connections = rows.map(({ number }) => {
    const event = number === undefined ? undefined : numbered.get(number)
    return event && connectionOf(event)
  })
  const known = (one: number | undefined): boolean => one !== undefined
  return connections.slice(0, at + 1).findLast(known) ?? connections.find(known)
}
