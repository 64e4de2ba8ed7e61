import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet, type SenderReport } from '../evidence.ts'
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
    /** What decided: a term about the sender, `all`, or no term; any by default. */
    by: v.exactOptional(v.picklist(['term', 'all', 'nothing'])),
  }),
  check({ id, result, by }, { senders }) {
    const report = senders.find(({ sender: { id: its } }) => its === id)
    if (!report) return notYet(`No sender is called ${code(id)}.`)
    const wanted: readonly string[] = [result].flat()
    if (!wanted.includes(report.verdict.result)) return notYet(senderReason(report, wanted))
    const decided = deciding(report)
    return by === undefined || by === decided
      ? met
      : notYet(`What decided about ${report.sender.name} is ${words[decided]}.`)
  },
})

type Deciding = 'term' | 'all' | 'nothing'

const words: Readonly<Record<Deciding, string>> = {
  term: 'a term of its own',
  all: '`all`',
  nothing: 'no term',
}

function deciding({ verdict: { decidedBy } }: SenderReport): Deciding {
  if (!decidedBy) return 'nothing'
  return /^[-+~?]?all$/i.test(decidedBy.text) ? 'all' : 'term'
}
