import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'
import { spfResult, witnessReason } from '../witness-reason.ts'

export const witness = defineCondition({
  kind: 'witness',
  about: 'SPF says one of the named results of a witness.',
  entries: () => ({
    id: v.string(),
    result: v.union([spfResult, v.pipe(v.array(spfResult), v.minLength(1, 'Name a result.'))]),
  }),
  check({ id, result }, { witnesses }) {
    const report = witnesses.find(({ witness: { id: its } }) => its === id)
    if (!report) return notYet(`Nobody here is called ${code(id)}.`)
    const wanted: readonly string[] = [result].flat()
    return wanted.includes(report.verdict.result) ? met : notYet(witnessReason(report, wanted))
  },
})
