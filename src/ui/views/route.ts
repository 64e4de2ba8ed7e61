import { words } from '#words/route'
import type { Tone } from '../../core/tone.ts'
import { isSmtp } from '../../lab/events.ts'
import type { Authentication, EventOf, Journey, SmtpCommand } from '../../lab/types.ts'

type DnsEvent = EventOf<'dns'>

/** One connection of a mail's way, with what was asked before it and what was judged in it. */
export interface Leg {
  readonly from: string
  readonly fromAddress: string | undefined
  readonly to: string
  readonly toAddress: string
  readonly port: number
  /** What the sender asked the DNS to find the way. */
  readonly lookups: readonly DnsEvent[]
  readonly commands: readonly SmtpCommand[]
  /** Why there was no conversation. */
  readonly refused: string | undefined
}

export interface Route {
  readonly legs: readonly Leg[]
  /** What was asked for a way that was never found. */
  readonly lost: readonly DnsEvent[]
  /** Who last had it. */
  readonly judge: string | undefined
  readonly authentication: Authentication | undefined
}

interface OpenLeg extends Leg {
  readonly connection: number | undefined
  readonly commands: SmtpCommand[]
}

/** Draws the way of a mail from the events of its journey. */
export function routeOf({ events, end }: Pick<Journey, 'events' | 'end'>): Route {
  const legs: OpenLeg[] = []
  let asked: DnsEvent[] = []
  const take = (by: string): DnsEvent[] => {
    const mine = asked.filter((event) => event.by === by)
    asked = asked.filter((event) => event.by !== by)
    return mine
  }
  for (const event of events) {
    if (event.type === 'dns') {
      asked.push(event)
    } else if (event.type === 'opened') {
      const { from, fromAddress, to, toAddress, port, connection } = event
      const lookups = take(from)
      legs.push({
        ...{ connection, from, fromAddress, to, toAddress, port, lookups },
        commands: [],
        refused: undefined,
      })
    } else if (event.type === 'refused') {
      const { from, to, port, reason } = event
      legs.push({
        ...{ connection: undefined, from, fromAddress: undefined, to, toAddress: to, port },
        lookups: take(from),
        commands: [],
        refused: reason,
      })
    } else if (event.type === 'command' && isSmtp(event)) {
      legs.find(({ connection }) => connection === event.connection)?.commands.push(event)
    }
  }
  // A receiver's own questions belong to its judgement, which has a trace of its own.
  const lost = asked.filter(({ by }) => !legs.some(({ to }) => to === by))
  return { legs, lost, judge: legs.at(-1)?.to, authentication: authenticationOf(end) }
}

export function authenticationOf(end: Journey['end']): Authentication | undefined {
  if (end.kind === 'undeliverable') return undefined
  return end.kind === 'rejected' ? end.authentication : end.message.authentication
}

/** How a journey ended: a glyph, two words and a sentence. */
export interface JourneyEnding {
  readonly title: string
  readonly glyph: string
  readonly text: string
  readonly tone: Tone
}

export function endOf(end: Journey['end']): JourneyEnding {
  switch (end.kind) {
    case 'inbox':
      return {
        title: words.ends.inbox,
        glyph: '✓',
        text: words.deliveredTo(end.mailbox),
        tone: 'pass',
      }
    case 'junk': {
      const text = words.putInJunk(end.mailbox)
      return { title: words.ends.junk, glyph: '!', text, tone: 'warn' }
    }
    case 'rejected': {
      const text = `${end.code} ${end.text}`
      return end.code < 500
        ? { title: words.ends.deferred, glyph: '↻', text, tone: 'warn' }
        : { title: words.ends.rejected, glyph: '✕', text, tone: 'fail' }
    }
    case 'undeliverable':
      return { title: words.ends.undeliverable, glyph: '✕', text: end.reason, tone: 'fail' }
  }
}

export { toneOf } from '../../lab/views/result-tone.ts'
