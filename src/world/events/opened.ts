import { defineEvent } from '../log/event-kind.ts'
import { protocolAt } from '../ports.ts'

/** A host connected to a port of another. */
export interface Opened {
  readonly type: 'opened'
  readonly connection: number
  /** Name of the connecting host, and the address it connects from. */
  readonly from: string
  readonly fromAddress: string
  readonly to: string
  readonly toAddress: string
  readonly port: number
  /** The connection that brought the message which is relayed in this one. */
  readonly relays?: number
  /** The id under which the connecting host keeps the message that it sends; absent where a person connects. */
  readonly queueId?: string
}

export const opened = defineEvent<Opened>({
  type: 'opened',
  shownIn: 'activity',
  sentence({ connection, from, to, port, relays }) {
    const why = relays === undefined ? '' : `, to relay what came in connection ${relays}`
    return `Connection ${connection}: ${from} speaks ${protocolAt(port)} to ${to}${why}.`
  },
})
