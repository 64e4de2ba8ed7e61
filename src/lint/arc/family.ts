import { defaults, inRunOrder, messageFamily } from '../family.ts'
import * as rules from './rules/index.ts'
import { arcSubject } from './subject.ts'

/** The ARC fields of a message as they are written: nothing is asked and nothing computed. */
export const arcFamily = messageFamily({
  prefixes: ['arc'],
  defaults: defaults('syntax'),
  rules: inRunOrder(rules),
  subjects: (message) => [arcSubject(message)],
})
