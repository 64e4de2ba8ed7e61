import { verbsAllowedIn as imapVerbs } from '../../protocols/imap/server/state-table.ts'
import { transitions as imapTransitions } from '../../protocols/imap/server/transitions.ts'
import { commandPhases } from '../../protocols/imap/server/session.ts'
import { verbsAllowedIn as pop3Verbs } from '../../protocols/pop3/server/state-table.ts'
import { states, transitions as pop3Transitions } from '../../protocols/pop3/server/transitions.ts'
import type { Transition } from '../../protocols/shared/transition.ts'
import { CLOSED } from './session-states.ts'
import { statesOfTable } from './states-of-table.ts'

const busy = 'The server does its work, and reads no command.'

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
  ports: [143, 993],
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
  busy,
})

export const pop3States = statesOfTable({
  protocol: 'POP3',
  ports: [110, 995],
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
  busy,
})
