import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { witnessReason } from '../witness-reason.ts'

export const witnesses = defineCondition({
  kind: 'witnesses',
  about: 'SPF says of every witness what the lesson expects of it.',
  entries: () => ({}),
  check(_, { witnesses: reports }) {
    const wrong = reports.find(
      ({ witness, verdict }) => !(witness.expect as readonly string[]).includes(verdict.result),
    )
    return wrong ? notYet(witnessReason(wrong, wrong.witness.expect)) : met
  },
})
