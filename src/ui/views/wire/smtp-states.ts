import { commandPhases, type CommandPhase } from '../../../protocols/smtp/server/session.ts'
import { verbsAllowedIn } from '../../../protocols/smtp/server/state-table.ts'
import { transitions } from '../../../protocols/smtp/server/transitions.ts'
import { isSmtp, type Command } from '../../../world/events/command.ts'
import { statesOfTable, type CommandOutcome } from './states-of-table.ts'

/** The greeting of LMTP (RFC 2033 §4.1), which SMTP does not know. */
const LOCAL_HELLO = 'LHLO'

/** Replies to a command that was not understood or came too early: it leads nowhere (RFC 5321 §4.2.2). */
const NOT_DONE = [500, 502, 503]

function read(command: Command): CommandOutcome {
  const { verb, argument } = command
  if (!isSmtp(command)) return { by: verb }
  const { code } = command
  const by = verb === 'BDAT' && / LAST$/i.test(argument) ? 'BDAT LAST' : verb
  if (verb === 'QUIT' && code < 400) return { by, closes: true }
  if (verb !== '.' && NOT_DONE.includes(code)) return { by }
  const on = code < 400 ? 'yes' : 'no'
  if (verb === 'STARTTLS' && on === 'yes')
    return { by, on, waits: 'TLS begins: the server ignores what still comes in the clear.' }
  if (code !== 334) return { by, on }
  const waits = 'The client answers the challenge in base64; a lone * cancels the login.'
  return { by, on, waits }
}

const isCommandPhase = (phase: string): phase is CommandPhase =>
  (commandPhases as readonly string[]).includes(phase)

export const smtpStates = statesOfTable({
  protocol: 'SMTP',
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
  read,
  busy: () => 'The message itself, line by line; a line with a lone dot ends it.',
})
