import { stateTable, verbsAllowedIn } from '../../../protocols/smtp/server/state-table.ts'
import { commandPhases, type CommandPhase } from '../../../protocols/smtp/server/session.ts'
import { isSmtp, type SmtpCommand } from '../../../world/events/command.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { SessionStatus, StateMap } from './state-map.ts'

/** Where an SMTP session stands, as its commands tell; `data` while the message is on its way. */
export type Phase = CommandPhase | 'data' | 'closed'

/** Where a verb leads that was answered with success (RFC 5321 §4.1.4, RFC 3207 §4.2, RFC 3030 §2). */
const LEADS_TO: Readonly<Record<string, Phase>> = {
  ...{ EHLO: 'greeted', HELO: 'greeted', LHLO: 'greeted', STARTTLS: 'connected' },
  ...{ MAIL: 'mail', RCPT: 'rcpt', DATA: 'data', '.': 'greeted', QUIT: 'closed' },
}

/** The phase after all that was said on a connection. */
export function phaseOf(events: readonly WorldEvent[], connection: number): Phase {
  let phase: Phase = 'connected'
  for (const event of events) {
    if (!('connection' in event) || event.connection !== connection) continue
    if (event.type === 'closed') return 'closed'
    if (event.type === 'command' && isSmtp(event)) phase = after(phase, event)
  }
  return phase
}

function after(phase: Phase, { verb, argument, code }: SmtpCommand): Phase {
  // A message that is refused at its end is over as well.
  if (verb === '.') return 'greeted'
  if (code >= 400) return phase
  if (verb === 'RSET') return phase === 'connected' ? phase : 'greeted'
  if (verb === 'BDAT') return / LAST$/i.test(argument) ? 'greeted' : 'chunks'
  return LEADS_TO[verb] ?? phase
}

/** One arrow of the diagram. */
export interface Passage {
  readonly from: Phase
  readonly to: Phase
  readonly verbs: readonly string[]
}

/** The way of one message, from phase to phase, with the verbs that the table allows there. */
export function passages(): Passage[] {
  const way: readonly (readonly [CommandPhase, Phase])[] = [
    ['connected', 'greeted'],
    ['greeted', 'mail'],
    ['mail', 'rcpt'],
    ['rcpt', 'data'],
  ]
  return way.map(([from, to]) => ({ from, to, verbs: leading(from, to) }))
}

const leading = (from: CommandPhase, to: Phase): string[] =>
  Object.keys(stateTable).filter(
    (verb) =>
      LEADS_TO[verb] === to && stateTable[verb]![from] === 'allowed' && verb !== LOCAL_HELLO,
  )

/** What may be said now to a server for mail; nothing in a message, and after the end. */
export const allowedNow = (phase: Phase): string[] =>
  isCommandPhase(phase) ? verbsAllowedIn(phase).filter((verb) => verb !== LOCAL_HELLO) : []

/** The greeting of LMTP (RFC 2033 §4.1), which SMTP does not know. */
const LOCAL_HELLO = 'LHLO'

const isCommandPhase = (phase: Phase): phase is CommandPhase =>
  (commandPhases as readonly string[]).includes(phase)

const names: Readonly<Record<Phase, string>> = {
  connected: 'connected',
  greeted: 'greeted',
  mail: 'has a sender',
  rcpt: 'has recipients',
  chunks: 'in chunks',
  data: 'takes the letter',
  closed: 'closed',
}

const way = passages()
const stations: readonly Phase[] = [way[0]!.from, ...way.map(({ to }) => to)]

export const smtpMap: StateMap = {
  protocol: 'SMTP',
  stations: stations.map((phase) => ({ name: names[phase] })),
  ways: [
    ...way.map(({ verbs }, at) => ({ from: at, to: at + 1, label: verbs.join(' ') })),
    { from: stations.length - 1, to: 1, label: 'a lone dot, or RSET before it' },
  ],
}

/** Where an SMTP session stands after all that was said on a connection. */
export function smtpStatus(events: readonly WorldEvent[], connection: number): SessionStatus {
  const phase = phaseOf(events, connection)
  const allowed = allowedNow(phase)
  // Chunks go where the letter goes; an end is nowhere on the way.
  const station = stations.indexOf(phase === 'chunks' ? 'data' : phase)
  const found = { station, name: names[phase], allowed }
  if (phase === 'closed') return { ...found, sentence: 'The session is over.' }
  if (allowed.length) return found
  const sentence = 'The letter itself, line by line; a line with a lone dot ends it.'
  return { ...found, sentence }
}
