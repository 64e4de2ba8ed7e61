import * as v from 'valibot'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

/**
 * @example
 * { kind: queue, host: mail.example.org, to: bob@example.net, count: 1 }
 */
export const queue = defineCondition({
  kind: 'queue',
  about: 'So many messages wait at hosts for another try.',
  entries: () => ({
    /** The host that keeps them; any by default. */
    host: v.exactOptional(v.string()),
    /** The reverse-path of the envelope; empty for the null sender. */
    from: v.exactOptional(v.string()),
    /** A recipient that is still waited for. */
    to: v.exactOptional(v.string()),
    /** How often each was tried at least. */
    tries: v.exactOptional(v.number()),
    /** How many there are, exactly; 0 for an empty queue. */
    count: v.exactOptional(v.number()),
    ...amountEntries,
  }),
  check({ host, from, to, tries = 0, count, ...amount }, { world }) {
    const waiting = world.outbox.filter(
      (entry) =>
        (host === undefined || entry.message.host.name === host) &&
        (from === undefined || sameMailbox(entry.message.from, from)) &&
        (to === undefined ||
          entry.recipients.some(({ recipient }) => sameMailbox(recipient.address, to))) &&
        entry.tries >= tries,
    ).length
    const wanted = count === undefined ? amount : { atLeast: count, atMost: count }
    if (isAmount(waiting, wanted)) return met
    const where = host === undefined ? 'in the queues' : `in the queue of ${code(host)}`
    const whom = to === undefined ? '' : ` for ${code(to)}`
    return notYet(`${waiting} wait ${where}${whom}; wanted: ${wantedAmount(wanted)}.`)
  },
})
