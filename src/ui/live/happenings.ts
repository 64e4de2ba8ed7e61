import type { WorldEvent } from '../../world/events.ts'
import type { Tone } from '../views/route.ts'
import { protocolAt } from './sessions.ts'

/** Something that a person wants to hear of, in a sentence. */
export interface Happening {
  readonly at: number
  readonly text: string
  readonly tone: Tone
  /** The connection that shows more of it. */
  readonly connection?: number
}

/** What happened, in sentences. Questions to the DNS and single commands are not among them. */
export const happeningsOf = (events: readonly WorldEvent[]): Happening[] =>
  events.flatMap((event) => {
    const told = tell(event)
    const connection = 'connection' in event ? { connection: event.connection } : {}
    return told ? [{ at: event.at, tone: 'plain' as const, ...told, ...connection }] : []
  })

function tell(event: WorldEvent): { readonly text: string; readonly tone?: Tone } | undefined {
  switch (event.type) {
    case 'opened':
      return { text: opening(event) }
    case 'refused':
      return {
        text: `${event.from} finds nobody at ${event.to}, port ${event.port}.`,
        tone: 'fail',
      }
    case 'secured':
      return { text: `Connection ${event.connection} is under TLS (${event.tls.version}).` }
    case 'delivered':
      return arrived(event)
    case 'rejected':
      return { text: `A letter is rejected: ${event.code} ${firstLine(event.text)}`, tone: 'fail' }
    case 'undeliverable':
      return { text: `A letter to ${event.recipient} ends: ${event.reason}`, tone: 'fail' }
    case 'closed':
      return { text: `Connection ${event.connection} is closed.` }
    default:
      return undefined
  }
}

function opening(event: Extract<WorldEvent, { type: 'opened' }>): string {
  const { connection, from, to, port, cause } = event
  const why = cause === undefined ? '' : `, to pass on what came in connection ${cause}`
  return `Connection ${connection}: ${from} speaks ${protocolAt(port)} to ${to}${why}.`
}

function arrived({ mailbox, message }: Extract<WorldEvent, { type: 'delivered' }>) {
  const from = message.envelope.from || 'nobody'
  return message.folder === 'junk'
    ? { text: `A letter from ${from} lands in the junk of ${mailbox}.`, tone: 'warn' as const }
    : { text: `A letter from ${from} arrives in the inbox of ${mailbox}.`, tone: 'pass' as const }
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!

/** A moment as the clock on the wall shows it. */
export function clockTime(at: number): string {
  const date = new Date(at)
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
