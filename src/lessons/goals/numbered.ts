import * as v from 'valibot'
import type { SessionNumbers } from '../../world/services/numbering.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'

const entries = {
  /** The name of the host that connected; any by default. */
  client: v.exactOptional(v.string()),
  /** The protocol that is spoken; both by default. */
  protocol: v.exactOptional(v.picklist(['imap', 'pop3'])),
  /** The exact subject of the message. */
  subject: v.string(),
  /** The number that the session has for it now; any by default. */
  number: v.exactOptional(v.number()),
  /**
   * `marked`: the next EXPUNGE or QUIT removes it. `there`: not so. `absent`: the session has no number for
   * it. Any number will do by default.
   */
  state: v.exactOptional(v.picklist(['there', 'marked', 'absent'])),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: numbered, client: desk.example.org, subject: The rota, number: 3 }
 */
export const numbered = defineCondition({
  kind: 'numbered',
  about: 'An open session of IMAP or POP3 has a number for a message now, and which.',
  entries: () => entries,
  check(wanted, { world }) {
    const session = world.numberings.findLast(
      ({ client, protocol }) =>
        (wanted.client ?? client) === client && (wanted.protocol ?? protocol) === protocol,
    )
    if (!session) return notYet('No session has a mailbox open now.')
    const reason = wrongIn(session, wanted)
    return reason === undefined ? met : notYet(reason)
  },
})

function wrongIn({ rows }: SessionNumbers, wanted: Wanted): string | undefined {
  const { subject, number, state } = wanted
  const row = rows.find((one) => one.subject === subject)
  if (state === 'absent') return row && `“${subject}” is number ${row.number} here.`
  if (!row) return `“${subject}” has no number in this session.`
  if (number !== undefined && row.number !== number)
    return `“${subject}” is number ${row.number} here, not ${number}.`
  if (state === undefined || row.state === state) return undefined
  return row.state === 'marked'
    ? `“${subject}” is marked, to be removed.`
    : `“${subject}” is not marked.`
}
