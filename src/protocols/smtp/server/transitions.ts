import type { Section } from '../../../core/section.ts'
import { transitionsOf, type Ending, type TransitionTable } from '../../shared/transition.ts'
import type { CommandPhase, SmtpSession } from './session.ts'

/** The states of RFC 5321 §4.1.4, with the message itself as one: it ends with a lone dot. */
export type State = CommandPhase | 'data'

/** Phases in which a session waits for something other than a command or the message. */
type Between = Exclude<SmtpSession['phase'], State | 'connecting' | 'closed'>

const rfc5321 = (section: string): Section => ({ rfc: 5321, section })
const lmtp: Section = { rfc: 2033, section: '4.1' }
const chunking: Section = { rfc: 3030, section: '2' }

/** A greeting ends the transaction, if there is one. */
const hello = {
  EHLO: { yes: 'greeted', source: rfc5321('4.1.1.1') },
  HELO: { yes: 'greeted', source: rfc5321('4.1.1.1') },
  LHLO: { yes: 'greeted', source: lmtp },
} as const

const always = {
  ...hello,
  QUIT: { yes: 'closed', source: rfc5321('4.1.1.10') },
} as const

const inTransaction = {
  ...always,
  RSET: { yes: 'greeted', source: rfc5321('4.1.1.5') },
} as const

/** A refused chunk is read and dropped; its transaction is over. The last one ends the message. */
const chunks = {
  BDAT: { yes: 'chunks', via: ['chunk'], no: 'greeted', noVia: ['skipping'], source: chunking },
  'BDAT LAST': { yes: 'greeted', no: 'greeted', via: ['chunk', 'waiting'], source: chunking },
} as const

/** Where commands lead from each state. The message ends with `.`, whatever the server replies. */
export const transitionTable = {
  connected: always,
  greeted: {
    ...always,
    STARTTLS: { yes: 'connected', via: ['securing'], source: { rfc: 3207, section: '4' } },
    AUTH: {
      ...{ yes: 'greeted', no: 'greeted', via: ['login'] },
      source: { rfc: 4954, section: '4' },
    },
    MAIL: { yes: 'mail', source: rfc5321('4.1.1.2') },
  },
  mail: {
    ...inTransaction,
    RCPT: { yes: 'rcpt', source: rfc5321('4.1.1.3') },
  },
  rcpt: {
    ...inTransaction,
    DATA: { yes: 'data', source: rfc5321('4.1.1.4') },
    ...chunks,
  },
  data: {
    '.': { yes: 'greeted', no: 'greeted', via: ['waiting'], source: rfc5321('4.1.1.4') },
  },
  chunks: {
    ...inTransaction,
    ...chunks,
  },
} as const satisfies TransitionTable<State, Between>

export const states = Object.keys(transitionTable) as readonly State[]

export const transitions = transitionsOf<State>(transitionTable)

export const endings: readonly Ending[] = [
  { by: 'a closed connection', source: rfc5321('4.1.1.10') },
  { by: 'too long a silence', source: rfc5321('4.5.3.2.7') },
  { by: 'one refused command too many' },
  { by: 'a chunk whose size cannot be read', source: chunking },
]
