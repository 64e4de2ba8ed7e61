import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { ended } from '../wording.ts'

/**
 * @example
 * { kind: no-errors }
 */
export const noErrors = defineCondition({
  kind: 'no-errors',
  about: 'No finding in the zones and other documents is an error. Warnings may stand.',
  entries: () => ({}),
  check(_, { diagnostics }) {
    const [first, ...more] = diagnostics.filter(({ severity }) => severity === 'error')
    if (!first) return met
    const rest = more.length ? ` And ${more.length} more.` : ''
    return notYet(`${ended(first.message)}${rest}`)
  },
})
