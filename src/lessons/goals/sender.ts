import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'
import { spfResult, senderReason } from '../sender-reason.ts'

/**
 * @example
 * { kind: sender, id: shop, result: [pass, neutral] }
 */
export const sender = defineCondition({
  kind: 'sender',
  about: 'SPF gives a sender one of the named results.',
  entries: () => ({
    /** The id of a sender of the world. */
    id: v.string(),
    /** The result that SPF gives, or any of several. */
    result: v.union([spfResult, v.pipe(v.array(spfResult), v.minLength(1, 'Name a result.'))]),
  }),
  check({ id, result }, { senders }) {
    const report = senders.find(({ sender: { id: its } }) => its === id)
    if (!report) return notYet(`No sender is called ${code(id)}.`)
    const wanted: readonly string[] = [result].flat()
    return wanted.includes(report.verdict.result) ? met : notYet(senderReason(report, wanted))
  },
})
