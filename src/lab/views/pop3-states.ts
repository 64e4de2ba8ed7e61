import { verbsAllowedIn } from '../../protocols/pop3/server/state-table.ts'
import { states, transitions } from '../../protocols/pop3/server/transitions.ts'
import type { Transition } from '../../protocols/shared/transition.ts'
import { CLOSED } from './session-states.ts'
import { MAILBOX_BUSY, statesOfTable } from './states-of-table.ts'

/** Of two states that RFC 1939 has as one, the first shows what both have. */
const isOfTheStateBefore = ({ from, by, on, to }: Transition<string>): boolean =>
  from === 'user' &&
  transitions.some(
    (row) => row.from === 'authorization' && row.by === by && row.on === on && row.to === to,
  )

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
  transitions,
  draws: (row) => !isOfTheStateBefore(row),
  allowed: (phase) => verbsAllowedIn(states.find((one) => one === phase)!),
  busy: MAILBOX_BUSY,
})
