import type { JourneyEnd, MailReport, WorldEvent } from '../../../lab/types.ts'
import type { Selection } from '../../views/selection.ts'
import { eventsOfMessage } from './message-events.ts'

/** A way to draw: of a mail that was tried, or of a message that lies in a mailbox. */
export interface Chosen {
  readonly title: string
  readonly end: JourneyEnd
  readonly events: readonly WorldEvent[]
}

/** What journeys are drawn of. */
export interface Travels {
  /** Each mail of the lesson, as it was last tried. */
  readonly journeys: readonly MailReport[]
  /** All that happened in the world. */
  readonly events: readonly WorldEvent[]
}

/** What the journey is drawn of: the chosen one, or else the first mail, or the last that arrived. */
export function chosenJourney(
  { journeys, events }: Travels,
  selection: Selection | undefined,
): Chosen | undefined {
  if (selection?.kind === 'message') {
    const stored = storedJourney(events, selection.mailbox, selection.id)
    if (stored) return stored
  }
  const id = selection?.kind === 'mail' ? selection.id : undefined
  const report = journeys.find(({ mail }) => mail.id === id) ?? journeys[0]
  if (report) return { title: report.mail.title, ...report.journey }
  const last = events.findLast((event) => event.type === 'delivered')
  return last && storedJourney(events, last.mailbox, last.message.id)
}

function storedJourney(
  all: readonly WorldEvent[],
  mailbox: string,
  id: string,
): Chosen | undefined {
  const delivered = all.find(
    (event) => event.type === 'delivered' && event.mailbox === mailbox && event.message.id === id,
  )
  if (delivered?.type !== 'delivered') return undefined
  const { message, connection } = delivered
  return {
    title: `A message to ${mailbox}`,
    end: { kind: message.folder, mailbox, message },
    events: connection === undefined ? [] : eventsOfMessage(all, connection),
  }
}
