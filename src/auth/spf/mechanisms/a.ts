import { matchingAddress } from '../host-addresses.ts'
import { clientText } from '../session.ts'
import { plainTarget, targetOf } from '../target.ts'
import { isAskable } from '../target-name.ts'
import { no, yes, type MechanismTest } from './mechanism.ts'

/** Whether the client has one of a name's addresses (RFC 7208 §5.3). */
export const a: MechanismTest = {
  name: 'a',
  *match(term, context) {
    const target = plainTarget(term.domain, context) ?? (yield* targetOf(term.domain, context))
    // §4.8 leaves names that DNS cannot hold undefined; no host has them, so they match none.
    if (!isAskable(target)) return no(`\`${target}\` is not a name that DNS can hold`)
    const found = yield* matchingAddress(target, term, context)
    if (typeof found === 'object') return found
    const client = clientText(context.session)
    if (found === undefined) return no(`${client} is not among the addresses of \`${target}\``)
    return found === client
      ? yes(`${client} is an address of \`${target}\``)
      : yes(`${client} shares the prefix of ${found}, an address of \`${target}\``)
  },
}
