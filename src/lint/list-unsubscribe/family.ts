import { defaults, inRunOrder, messageFamily } from '../family.ts'
import * as rules from './rules/index.ts'
import { unsubscribeSubject } from './subject.ts'

/** The ways to unsubscribe that a message offers. Whether signatures hold is for `verifyDkim`. */
export const unsubscribeFamily = messageFamily({
  prefixes: ['unsubscribe'],
  defaults: defaults('deliverability'),
  rules: inRunOrder(rules),
  subjects: (message) => [unsubscribeSubject(message)],
})
