import type { Section } from '../../../core/section.ts'
import { transitionsOf, type Ending, type TransitionTable } from '../../shared/transition.ts'
import type { Pop3Session } from './session.ts'

/** Phases in which a session waits for something other than a command. */
type Between = 'sasl' | 'securing'

/** The states of RFC 1939 §3, the first of them split in two: before USER and after it. */
export type State = Exclude<Pop3Session['phase'], Between | 'closed'>

const rfc1939 = (section: string): Section => ({ rfc: 1939, section })
const rfc2595: Section = { rfc: 2595, section: '4' }
const rfc5034: Section = { rfc: 5034, section: '4' }

/** Where commands lead from each state. A login that is refused begins anew with USER. */
export const transitionTable = {
  authorization: {
    USER: { yes: 'user', source: rfc1939('7') },
    APOP: { yes: 'transaction', source: rfc1939('7') },
    AUTH: { yes: 'transaction', no: 'authorization', via: ['sasl'], source: rfc5034 },
    STLS: { yes: 'authorization', via: ['securing'], source: rfc2595 },
    QUIT: { yes: 'closed', source: rfc1939('6') },
  },
  user: {
    PASS: { yes: 'transaction', no: 'authorization', source: rfc1939('7') },
    APOP: { yes: 'transaction', no: 'authorization', source: rfc1939('7') },
    AUTH: { yes: 'transaction', no: 'authorization', via: ['sasl'], source: rfc5034 },
    STLS: { yes: 'authorization', via: ['securing'], source: rfc2595 },
    QUIT: { yes: 'closed', source: rfc1939('6') },
  },
  transaction: {
    QUIT: { yes: 'update', source: rfc1939('6') },
  },
  update: {
    '': { yes: 'closed', source: rfc1939('6') },
  },
} as const satisfies TransitionTable<State, Between>

export const states = Object.keys(transitionTable) as readonly State[]

export const transitions = transitionsOf<State>(transitionTable)

export const endings: readonly Ending[] = [
  { by: 'a closed connection', source: rfc1939('6') },
  { by: 'too long a silence', source: rfc1939('3') },
  { by: 'one refused command too many' },
]
