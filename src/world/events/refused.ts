import { defineEvent } from '../log/event-kind.ts'

/** A host could not connect. */
export interface Refused {
  readonly type: 'refused'
  /** Name of the host that tried. */
  readonly from: string
  /** The address it tried. */
  readonly to: string
  readonly port: number
  /** `refused`: nothing listens there. `unreachable`: no host has the address. `down`: it does not answer. */
  readonly reason: 'refused' | 'unreachable' | 'down'
  /** The id under which the host keeps the message that it wanted to send. */
  readonly queueId?: string
}

const causes: Readonly<Record<Refused['reason'], string>> = {
  refused: 'nothing listens there',
  unreachable: 'no host has this address',
  down: 'it does not answer',
}

export const refused = defineEvent<Refused>({
  type: 'refused',
  shownIn: 'activity',
  sentence: ({ from, to, port, reason }) =>
    `${from} cannot connect to ${to}, port ${port}: ${causes[reason]}.`,
  tone: () => 'fail',
})
