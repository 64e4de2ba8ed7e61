import type { SmtpCommand } from '../../world/answered-command.ts'
import type { EventOf, WorldEvent } from '../../world/events/index.ts'
import type { Timed } from '../../world/log/event-kind.ts'
import type { LineOctets } from './delivery-octets.ts'

/** All that happened to one message, in order, apart from what happened to others. */
export interface MessageStory {
  /** The same as long as the log grows. */
  readonly key: string
  /** The id of the mail of the spec, or under which the first host had the message; a person has none. */
  readonly queueId?: string
  readonly steps: readonly StoryStep[]
}

export type StoryStep = EventStep | CommandStep | MessageStep

export interface EventStep {
  readonly kind: 'event'
  readonly event: Exclude<WorldEvent, EventOf<'command'> | EventOf<'wire'>>
  /** Belongs to the report on the message, not to the message itself. */
  readonly isReport: boolean
}

export interface CommandStep {
  readonly kind: 'command'
  readonly at: number
  readonly command: SmtpCommand & Pick<Timed, 'number'>
  readonly octets: LineOctets
  readonly isReport: boolean
}

/** The message goes over the line: from behind DATA's reply to the line with the dot, or in a chunk. */
export interface MessageStep {
  readonly kind: 'message'
  readonly at: number
  readonly connection: number
  /** The number of the event with its last octets. */
  readonly number?: number | undefined
  /** With the line that ends it. */
  readonly octets: Uint8Array
  readonly isSealed: boolean
  /** Its end has not come yet. */
  readonly isOpen: boolean
  readonly isReport: boolean
}
