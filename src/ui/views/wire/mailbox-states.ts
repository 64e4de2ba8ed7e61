import { verbsAllowedIn as imapVerbs } from '../../../protocols/imap/server/state-table.ts'
import { transitions as imapTransitions } from '../../../protocols/imap/server/transitions.ts'
import { commandPhases } from '../../../protocols/imap/server/session.ts'
import { verbsAllowedIn as pop3Verbs } from '../../../protocols/pop3/server/state-table.ts'
import {
  states,
  transitions as pop3Transitions,
} from '../../../protocols/pop3/server/transitions.ts'
import type { Transition } from '../../../protocols/shared/transition.ts'
import { isSmtp, type Command, type MailboxCommand } from '../../../world/events/command.ts'
import { CLOSED, statesOfTable, type CommandOutcome } from './states-of-table.ts'

/** Lines of an IDLE, and of a login that goes on. */
const WAITS: Readonly<Record<string, string>> = {
  IDLE: 'The server reports changes until the client sends DONE.',
  AUTHENTICATE: 'The client answers the challenge in base64; a lone * calls the login off.',
  AUTH: 'The client answers the challenge in base64; a lone * calls the login off.',
}

/** What is waited for before the next command, in a sentence. */
function waitsAfter({ verb, status }: MailboxCommand): string | undefined {
  if (status === '+') return WAITS[verb]
  const isSecuring = /^(?:STARTTLS|STLS)$/.test(verb) && /^\+?OK$/.test(status)
  return isSecuring ? 'TLS is to begin: the server ignores commands in the clear.' : undefined
}

function read(command: Command): CommandOutcome {
  if (isSmtp(command)) return { by: command.verb }
  const { verb, status } = command
  const waits = waitsAfter(command)
  if (status === 'BYE') return { by: verb, closes: true }
  if (['OK', '+OK'].includes(status)) return { by: verb, on: 'yes', waits }
  return ['NO', '-ERR'].includes(status) ? { by: verb, on: 'no', waits } : { by: verb, waits }
}

const busy = (): string => 'The server does its work, and reads no command.'

/** `UID FETCH UID STORE` is `UID FETCH/STORE`. */
function shortened(verbs: readonly string[]): string[] {
  const withUid = verbs.flatMap((verb) => /^UID (.+)$/.exec(verb)?.[1] ?? [])
  const others = verbs.filter((verb) => !verb.startsWith('UID '))
  return withUid.length ? [...others, `UID ${withUid.join('/')}`] : others
}

/** Of two states that RFC 1939 has as one, the first shows what both have. */
const isOfTheStateBefore = ({ from, by, on, to }: Transition<string>): boolean =>
  from === 'user' &&
  pop3Transitions.some(
    (row) => row.from === 'authorization' && row.by === by && row.on === on && row.to === to,
  )

export const imapStates = statesOfTable({
  protocol: 'IMAP',
  stations: [
    [{ phase: 'notAuthenticated', name: 'not authenticated' }],
    [{ phase: 'authenticated', name: 'authenticated' }],
    [{ phase: 'selected', name: 'selected' }],
    [{ phase: CLOSED, name: 'closed' }],
  ],
  transitions: imapTransitions,
  // IDLE waits within its state; the sentence below the picture reports it.
  draws: ({ by }) => by !== 'IDLE',
  allowed: (phase) => shortened(imapVerbs(commandPhases.find((one) => one === phase)!)),
  read,
  busy,
})

export const pop3States = statesOfTable({
  protocol: 'POP3',
  stations: [
    [{ phase: 'authorization', name: 'authorization' }],
    [{ phase: 'user', name: 'user is named' }],
    [{ phase: 'transaction', name: 'transaction' }],
    [{ phase: 'update', name: 'update' }],
    [{ phase: CLOSED, name: 'closed' }],
  ],
  transitions: pop3Transitions,
  draws: (row) => !isOfTheStateBefore(row),
  allowed: (phase) => pop3Verbs(states.find((one) => one === phase)!),
  read,
  busy,
})
