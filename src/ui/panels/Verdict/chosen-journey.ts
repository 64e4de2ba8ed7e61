import type { Evidence } from '../../../lessons/evidence.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { JourneyEnd } from '../../../world/journey.ts'
import type { World } from '../../../world/world.ts'
import type { Selection } from '../../views/selection.ts'
import { eventsOfMessage } from './message-events.ts'

/** A way to draw: of a mail that was tried, or of a message that lies in a mailbox. */
export interface Chosen {
  readonly title: string
  readonly end: JourneyEnd
  readonly events: readonly WorldEvent[]
}

/** What the journey is drawn of: the chosen one, or else the first mail, or the last that arrived. */
export function chosenJourney(
  evidence: Evidence,
  selection: Selection | undefined,
): Chosen | undefined {
  const { journeys, world } = evidence
  if (selection?.kind === 'message') {
    const stored = storedJourney(world, selection.mailbox, selection.id)
    if (stored) return stored
  }
  const id = selection?.kind === 'mail' ? selection.id : undefined
  const report = journeys.find(({ mail }) => mail.id === id) ?? journeys[0]
  if (report) return { title: report.mail.title, ...report.journey }
  const last = world.events.findLast((event) => event.type === 'delivered')
  return last && storedJourney(world, last.mailbox, last.message.id)
}

function storedJourney(world: World, mailbox: string, id: string): Chosen | undefined {
  const delivered = world.events.find(
    (event) => event.type === 'delivered' && event.mailbox === mailbox && event.message.id === id,
  )
  if (delivered?.type !== 'delivered') return undefined
  const { message, connection } = delivered
  return {
    title: `A message to ${mailbox}`,
    end: { kind: message.folder, mailbox, message },
    events: connection === undefined ? [] : eventsOfMessage(world.events, connection),
  }
}
