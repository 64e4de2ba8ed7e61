import { commandPhases } from '../../protocols/imap/server/session.ts'
import { verbsAllowedIn } from '../../protocols/imap/server/state-table.ts'
import { transitions } from '../../protocols/imap/server/transitions.ts'
import { CLOSED } from './session-states.ts'
import { MAILBOX_BUSY, statesOfTable } from './states-of-table.ts'

/** `UID FETCH UID STORE` is `UID FETCH/STORE`. */
function shortened(verbs: readonly string[]): string[] {
  const withUid = verbs.flatMap((verb) => /^UID (.+)$/.exec(verb)?.[1] ?? [])
  const others = verbs.filter((verb) => !verb.startsWith('UID '))
  return withUid.length ? [...others, `UID ${withUid.join('/')}`] : others
}

export const imapStates = statesOfTable({
  protocol: 'IMAP',
  ports: [143, 993],
  stations: [
    [{ phase: 'notAuthenticated', name: 'not authenticated' }],
    [{ phase: 'authenticated', name: 'authenticated' }],
    [{ phase: 'selected', name: 'selected' }],
    [{ phase: CLOSED, name: 'closed' }],
  ],
  transitions,
  // IDLE waits within its state; the sentence below the picture reports it.
  draws: ({ by }) => by !== 'IDLE',
  allowed: (phase) => shortened(verbsAllowedIn(commandPhases.find((one) => one === phase)!)),
  busy: MAILBOX_BUSY,
})
