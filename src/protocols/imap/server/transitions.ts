import type { Section } from '../../../core/section.ts'
import { transitionsOf, type Ending, type TransitionTable } from '../../shared/transition.ts'
import type { CommandPhase, ImapSession } from './session.ts'

/** Phases in which a session waits for something other than a command. */
type Between = Exclude<ImapSession['phase'], CommandPhase | 'closed'>

const rfc9051 = (section: string): Section => ({ rfc: 9051, section })

/**
 * The states of RFC 9051 §3, and where commands lead from each. A SELECT that is refused leaves no
 * mailbox selected (§6.3.2).
 */
export const transitionTable = {
  notAuthenticated: {
    LOGIN: { yes: 'authenticated', source: rfc9051('6.2.3') },
    AUTHENTICATE: {
      yes: 'authenticated',
      no: 'notAuthenticated',
      via: ['authenticating'],
      source: rfc9051('6.2.2'),
    },
    STARTTLS: { yes: 'notAuthenticated', via: ['securing'], source: rfc9051('6.2.1') },
    LOGOUT: { yes: 'closed', source: rfc9051('6.1.3') },
  },
  authenticated: {
    SELECT: { yes: 'selected', source: rfc9051('6.3.2') },
    EXAMINE: { yes: 'selected', source: rfc9051('6.3.3') },
    IDLE: { yes: 'authenticated', no: 'authenticated', via: ['idling'], source: rfc9051('6.3.13') },
    LOGOUT: { yes: 'closed', source: rfc9051('6.1.3') },
  },
  selected: {
    SELECT: { yes: 'selected', no: 'authenticated', source: rfc9051('6.3.2') },
    EXAMINE: { yes: 'selected', no: 'authenticated', source: rfc9051('6.3.3') },
    CLOSE: { yes: 'authenticated', source: rfc9051('6.4.1') },
    UNSELECT: { yes: 'authenticated', source: rfc9051('6.4.2') },
    IDLE: { yes: 'selected', no: 'selected', via: ['idling'], source: rfc9051('6.3.13') },
    LOGOUT: { yes: 'closed', source: rfc9051('6.1.3') },
  },
} as const satisfies TransitionTable<CommandPhase, Between>

export const transitions = transitionsOf<CommandPhase>(transitionTable)

export const endings: readonly Ending[] = [
  { by: 'a closed connection', source: rfc9051('3.4') },
  { by: 'too long a silence', source: rfc9051('5.4') },
  { by: 'one BAD reply too many', source: rfc9051('7.1.5') },
]
