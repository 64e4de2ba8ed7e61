import { words } from '#words/live-connections'
import type { Tone } from '../../core/tone.ts'
import { isSmtp, protocolAt } from '../../lab/events.ts'
import type { Command, EventOf, WorldEvent } from '../../lab/types.ts'

/** One connection in a few words. */
export interface LiveSession {
  readonly connection: number
  readonly opened: EventOf<'opened'>
  readonly protocol: string
  readonly state: 'open' | 'closed'
  /** Whether it is under TLS. */
  readonly sealed: boolean
  /** Commands that were answered. */
  readonly commands: number
  readonly outcome: Outcome
}

export interface Outcome {
  readonly text: string
  readonly tone: Tone
  /** Of the message as a whole. */
  readonly isRefusal?: boolean
}

/** The connections among the events, the newest first. */
export function sessionsOf(events: readonly WorldEvent[]): LiveSession[] {
  const sessions = new Map<number, LiveSession>()
  for (const event of events) {
    if (event.type === 'opened') sessions.set(event.connection, begun(event))
    else if ('connection' in event) {
      const before = sessions.get(event.connection)
      if (before) sessions.set(event.connection, { ...before, ...changeBy(event, before) })
    }
  }
  return [...sessions.values()].sort((a, b) => b.connection - a.connection)
}

const begun = (opened: EventOf<'opened'>): LiveSession => ({
  connection: opened.connection,
  opened,
  protocol: protocolAt(opened.port),
  state: 'open',
  sealed: false,
  commands: 0,
  outcome: { text: words.connected, tone: 'plain' },
})

function changeBy(event: WorldEvent, before: LiveSession): Partial<LiveSession> {
  const { outcome } = before
  switch (event.type) {
    case 'secured':
      return { sealed: true }
    case 'closed':
      return { state: 'closed' }
    case 'command':
      if (!event.verb) return {}
      return { commands: before.commands + 1, outcome: outcomeAfter(event, outcome) }
    case 'delivered':
      return { outcome: arrival(event) }
    case 'rejected':
      return { outcome: { text: words.rejected(event.code), tone: 'fail', isRefusal: true } }
    default:
      return {}
  }
}

const GOODBYES: ReadonlySet<string> = new Set(['QUIT', 'LOGOUT'])

/** A message's outcome stays until the next message; else the last command's, except a good-bye. */
function outcomeAfter(event: Command, before: Outcome): Outcome {
  const { verb } = event
  const isKnown = before.tone === 'pass' || before.tone === 'warn'
  if (isKnown || before.isRefusal || GOODBYES.has(verb)) return before
  if (!isSmtp(event)) return { text: `${verb}: ${event.status}`, tone: 'plain' }
  if (verb === '.' && event.code < 300) return { text: words.passedOn, tone: 'pass' }
  const name = verb === '.' ? words.message : verb
  return { text: `${name}: ${event.code}`, tone: event.code >= 400 ? 'fail' : 'plain' }
}

const arrival = ({ mailbox, message }: EventOf<'delivered'>): Outcome =>
  message.folder === 'junk'
    ? { text: words.inJunk(mailbox), tone: 'warn' }
    : { text: words.inInbox(mailbox), tone: 'pass' }
