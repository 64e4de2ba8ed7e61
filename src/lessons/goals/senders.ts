import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { senderReason } from '../sender-reason.ts'

/**
 * @example
 * { kind: senders }
 */
export const senders = defineCondition({
  kind: 'senders',
  about: 'SPF gives every sender the result that the lesson expects.',
  entries: () => ({}),
  check(_, { senders: reports }) {
    const wrong = reports.find(
      ({ sender, verdict }) => !(sender.expect as readonly string[]).includes(verdict.result),
    )
    return wrong ? notYet(senderReason(wrong, wrong.sender.expect)) : met
  },
})
