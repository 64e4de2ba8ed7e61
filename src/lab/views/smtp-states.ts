import { commandPhases, type CommandPhase } from '../../protocols/smtp/server/session.ts'
import { verbsAllowedIn } from '../../protocols/smtp/server/state-table.ts'
import { transitions } from '../../protocols/smtp/server/transitions.ts'
import { statesOfTable } from './states-of-table.ts'

/** The greeting of LMTP (RFC 2033 §4.1), which SMTP does not know. */
const LOCAL_HELLO = 'LHLO'

const isCommandPhase = (phase: string): phase is CommandPhase =>
  (commandPhases as readonly string[]).includes(phase)

export const smtpStates = statesOfTable({
  protocol: 'SMTP',
  ports: [25, 465, 587],
  stations: [
    [{ phase: 'connected', name: 'connected' }],
    [{ phase: 'greeted', name: 'greeted' }],
    [{ phase: 'mail', name: 'has a sender' }],
    [{ phase: 'rcpt', name: 'has recipients' }],
    [
      { phase: 'data', name: 'takes the message' },
      { phase: 'chunks', name: 'in chunks' },
    ],
  ],
  transitions,
  labels: { '.': 'a lone dot', 'BDAT LAST': 'BDAT … LAST' },
  // What a new greeting does in the middle of a session is rare; it would hide the way of a message.
  draws: ({ by, from, on }) =>
    on === 'yes' && by !== LOCAL_HELLO && (from === 'connected' || !['EHLO', 'HELO'].includes(by)),
  allowed: (phase) =>
    isCommandPhase(phase) ? verbsAllowedIn(phase).filter((verb) => verb !== LOCAL_HELLO) : [],
  busy: 'The message itself, line by line; a line with a lone dot ends it.',
})
