import { words } from '#words/delivery'
import type {
  DeliveryDiagram,
  DeliveryEnd,
  Journey,
  Lesson,
  MailReport,
  WorldEvent,
} from '../../../lab/types.ts'
import { describeEnd, endOfStory } from '../../../lab/views/delivery-end.ts'
import { diagramOf, titleOf } from '../../../lab/views/delivery-diagram.ts'
import { messageStories } from '../../../lab/views/delivery-stories.ts'
import type { MessageStory, StoryStep } from '../../../lab/views/delivery-story.ts'
import type { Selection } from '../../views/selection.ts'

/** A message whose delivery can be drawn. */
export interface Offer {
  readonly key: string
  readonly title: string
  readonly end: DeliveryEnd
  /** Of a mail of the lesson: whether it should arrive. */
  readonly intent?: 'good' | 'forged' | 'stray'
  /** `tried`: a mail of the lesson, in a copy of the world as its zones stand now. */
  readonly source: 'sent' | 'tried'
  readonly story: MessageStory
  /** Where its events are; in the lab's own log by default. */
  readonly log?: readonly WorldEvent[]
}

type Mails = Lesson['world']['mails']

/** The messages that went through the world, oldest first. */
export const sentOffers = (stories: readonly MessageStory[], mails: Mails): Offer[] =>
  stories.map((story) => {
    const mail = mails.find(({ id }) => id === story.queueId)
    return {
      ...{ key: story.key, source: 'sent', story, end: endOfStory(story.steps) },
      title: mail?.title ?? titleOf(story),
      ...(mail && { intent: mail.intent }),
    }
  })

/** The mails of the lesson, each as it was last tried. */
export const triedOffers = (reports: readonly MailReport[]): Offer[] =>
  reports.flatMap(({ mail, journey }) => {
    const story = messageStories(journey.events)[0]
    if (!story) return []
    return {
      ...{ key: `mail:${mail.id}`, source: 'tried' as const, story, title: mail.title },
      ...{ intent: mail.intent, end: endOfJourney(journey.end), log: journey.events },
    }
  })

/** Where a mail that was tried ended, in the words of the delivery. */
export function endOfJourney(end: Journey['end']): DeliveryEnd {
  switch (end.kind) {
    case 'inbox':
      return describeEnd({ kind: 'inbox', text: words.inInbox(end.mailbox) })
    case 'junk':
      return describeEnd({ kind: 'junk', text: words.inJunk(end.mailbox) })
    case 'rejected':
      return describeEnd({
        kind: end.code < 500 ? 'deferred' : 'rejected',
        text: `${end.code} ${end.text}`,
      })
    case 'deferred':
    case 'undeliverable':
      return describeEnd({ kind: end.kind, text: end.reason })
  }
}

/** The offer that a selection names; undefined where there is none. */
export function selectedOffer(
  offers: readonly Offer[],
  selection: Selection | undefined,
): Offer | undefined {
  switch (selection?.kind) {
    case 'mail':
      return offers.find(({ key }) => key === `mail:${selection.id}`)
    case 'message':
      return offers.find(({ story }) =>
        story.steps.some((step) => isArrival(step, selection.mailbox, selection.id)),
      )
    case 'connection':
      // The last one, where several messages went over it.
      return offers.findLast(
        ({ source, story }) =>
          source === 'sent' &&
          story.steps.some((step) => connectionIn(step) === selection.connection),
      )
    default:
      return undefined
  }
}

const isArrival = (step: StoryStep, mailbox: string, id: string): boolean =>
  step.kind === 'event' &&
  step.event.type === 'delivered' &&
  step.event.mailbox === mailbox &&
  step.event.message.id === id

function connectionIn(step: StoryStep): number | undefined {
  if (step.kind === 'message') return step.connection
  const event = step.kind === 'command' ? step.command : step.event
  return 'connection' in event ? event.connection : undefined
}

/** A forgery that was not refused: it may be found in Junk one day, and believed. */
export const isForgedInJunk = ({ intent, end }: Pick<Offer, 'intent' | 'end'>): boolean =>
  intent === 'forged' && end.kind === 'junk'

export const drawOffer = ({ story, title }: Offer, terminal: string | undefined): DeliveryDiagram =>
  diagramOf(story, title, terminal)
