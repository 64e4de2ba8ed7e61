import { words } from '#words/envelope'
import type { SmtpCommand, WorldEvent } from '../../../lab/types.ts'

/** One place of an envelope: what the server holds there, or what was refused. */
export interface Held {
  readonly place: 'MAIL FROM' | 'RCPT TO' | 'message'
  readonly values: readonly string[]
  /** The newest refusal of a line for this place, since something was taken. */
  readonly refused?: string
}

/** What a server holds of the transaction under way. */
export interface HeldEnvelope {
  /** The server that was spoken to last; empty before any connection. */
  readonly host: string
  readonly isOpen: boolean
  readonly places: readonly Held[]
  /** Whether the server has taken a message over, and nothing new was begun. */
  readonly isAccepted: boolean
}

const none: readonly Held[] = [
  { place: 'MAIL FROM', values: [] },
  { place: 'RCPT TO', values: [] },
  { place: 'message', values: [] },
]

/** Follows the newest SMTP session (RFC 5321 §4.1.4): what its commands put into the envelope. */
export function heldEnvelope(events: readonly WorldEvent[]): HeldEnvelope {
  const opened = events.findLast((event) => event.type === 'opened')
  if (opened?.type !== 'opened') return { host: '', isOpen: false, places: none, isAccepted: false }
  let places = none
  let isAccepted = false
  let isOpen = true
  for (const event of events) {
    if (!('connection' in event) || event.connection !== opened.connection) continue
    if (event.type === 'closed') {
      isOpen = false
      if (!isAccepted) places = none
    }
    if (event.type !== 'command' || !('code' in event)) continue
    const next = afterCommand(places, event)
    isAccepted = isAccepts(event) || (isAccepted && next === places)
    places = next
  }
  return { host: opened.to, isOpen, places, isAccepted }
}

const isAccepts = ({ verb, code }: SmtpCommand): boolean => verb === '.' && code === 250

function afterCommand(
  places: readonly Held[],
  { verb, argument, code }: SmtpCommand,
): readonly Held[] {
  const isYes = code < 400
  if (verb === 'RSET' || verb === 'EHLO' || verb === 'HELO') return isYes ? none : places
  const place = placeOf(verb)
  if (!place) return places
  if (!isYes) return change(places, place, (held) => ({ ...held, refused: String(code) }))
  if (verb === 'MAIL')
    return change(none, 'MAIL FROM', () => ({ place: 'MAIL FROM', values: [addressIn(argument)] }))
  if (verb === 'RCPT')
    return change(places, 'RCPT TO', ({ values }) => ({
      place: 'RCPT TO',
      values: [...values, addressIn(argument)],
    }))
  const text = verb === '.' ? words.taken : words.beingWritten
  return change(places, 'message', () => ({ place: 'message', values: [text] }))
}

function placeOf(verb: string): Held['place'] | undefined {
  if (verb === 'MAIL') return 'MAIL FROM'
  if (verb === 'RCPT') return 'RCPT TO'
  return verb === 'DATA' || verb === '.' ? 'message' : undefined
}

const change = (
  places: readonly Held[],
  place: Held['place'],
  to: (held: Held) => Held,
): readonly Held[] => places.map((held) => (held.place === place ? to(held) : held))

const addressIn = (argument: string): string => /<([^<>]*)>/.exec(argument)?.[1] ?? argument
