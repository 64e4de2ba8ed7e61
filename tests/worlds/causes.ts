import { host } from '../../src/world/spec/host.ts'
import { worldSchema } from '../../src/world/spec/world.ts'
import type { WorldEvent } from '../../src/world/events/index.ts'

/** What must come from somewhere. */
const ENDS: ReadonlySet<WorldEvent['type']> = new Set([
  'delivered',
  'refused',
  'rejected',
  'deferred',
  'undeliverable',
  'reported',
])

/**
 * Looks at the causes in a whole log: each is an earlier event, and all that becomes of a message leads back
 * to where a person, a plan or a host's own report began it.
 * @returns A sentence for each event of which that is not so.
 */
export function causelessIn(events: readonly WorldEvent[]): string[] {
  const wrong: string[] = []
  for (const [at, event] of events.entries()) {
    if (event.number !== at) wrong.push(`${at} has the number ${event.number}`)
    if (event.cause !== undefined && !(event.cause >= 0 && event.cause < at))
      wrong.push(`${at} ${event.type} has the cause ${event.cause}`)
    else if (ENDS.has(event.type) && !BEGINNINGS(beginningOf(events, event)))
      wrong.push(`${at} ${event.type} leads back to ${JSON.stringify(beginningOf(events, event))}`)
  }
  return wrong
}

/** The event that has no cause, at the end of the way back. */
export function beginningOf(events: readonly WorldEvent[], event: WorldEvent): WorldEvent {
  let at = event
  while (at.cause !== undefined) at = events[at.cause]!
  return at
}

/**
 * A mail that was handed in, that somebody wrote on a device, or that the plan sends; a connection of a person; a report of what a host saw
 * in a day; the first try of a person that failed.
 */
const BEGINNINGS = (event: WorldEvent): boolean => {
  switch (event.type) {
    case 'queued':
      return event.connection === undefined && event.about === undefined && !event.isOwn
    case 'opened':
    case 'refused':
      return event.queueId === undefined
    case 'device':
      return event.does === 'wrote'
    case 'decided':
      return event.connection === undefined && event.queueId === undefined
    default:
      return false
  }
}

/** Decisions that name no setting of a host or of the world, as far as the first word of its path says. */
export const baselessIn = (events: readonly WorldEvent[]): WorldEvent[] =>
  events.filter((event) => {
    const basis =
      event.type === 'decided'
        ? event
        : event.type === 'delivered' || event.type === 'rejected'
          ? event.basis
          : undefined
    const [head = ''] = basis?.setting.split('.') ?? []
    return basis && !(head in host.entries) && !(head in worldSchema.entries)
  })
