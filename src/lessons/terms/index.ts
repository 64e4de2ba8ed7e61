import { dns } from './dns.ts'
import { mailboxes } from './mailboxes.ts'
import { message } from './message.ts'
import { signing } from './signing.ts'
import { spf } from './spf.ts'
import type { Term } from './term.ts'
import { transport } from './transport.ts'

export type { Term } from './term.ts'

/** Terms of one subject, in the order in which they build on each other. */
export interface TermGroup {
  readonly id: string
  readonly title: string
  readonly terms: readonly Term[]
}

/** The glossary. */
export const termGroups: readonly TermGroup[] = [
  { id: 'messages', title: 'Messages and envelopes', terms: message },
  { id: 'transport', title: 'How mail travels', terms: transport },
  { id: 'reading', title: 'Where mail is read', terms: mailboxes },
  { id: 'directory', title: 'The DNS', terms: dns },
  { id: 'senders', title: 'SPF', terms: spf },
  { id: 'signatures', title: 'DKIM, DMARC and beyond', terms: signing },
]

export const terms: readonly Term[] = termGroups.flatMap((group) => group.terms)

const byId = new Map(terms.map((term) => [term.id, term]))

export const termOf = (id: string): Term | undefined => byId.get(id)
