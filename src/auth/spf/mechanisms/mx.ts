import { matchingAddress } from '../host-addresses.ts'
import { MAX_MX_HOSTS } from '../limits.ts'
import { isBroken, lookUp, permerror } from '../evaluation-context.ts'
import { clientText } from '../session.ts'
import { plainTarget, targetOf } from '../target.ts'
import { isAskable, targetName } from '../target-name.ts'
import { no, yes, type MechanismTest } from './mechanism.ts'

/**
 * Whether the client is one of a name's mail hosts (RFC 7208 §5.4). A name without MX has none:
 * the implicit MX of RFC 5321 does not count here.
 */
export const mx: MechanismTest = {
  name: 'mx',
  *match(term, context) {
    const target = plainTarget(term.domain, context) ?? (yield* targetOf(term.domain, context))
    if (!isAskable(target)) return no(`\`${target}\` is not a name that DNS can hold`)
    const records = yield* lookUp(context, target, 'MX')
    if (isBroken(records)) return records
    if (records.length > MAX_MX_HOSTS)
      return permerror(
        `\`${target}\` has ${records.length} mail hosts, and SPF allows ${MAX_MX_HOSTS}`,
      )
    const client = clientText(context.session)
    for (const { exchange } of [...records].sort((x, y) => x.preference - y.preference)) {
      const host = targetName(exchange)
      if (!isAskable(host)) continue // the null MX (RFC 7505 §3) names no host
      const found = yield* matchingAddress(host, term, context)
      if (typeof found === 'object') return found
      if (found !== undefined)
        return yes(
          found === client
            ? `${client} is an address of \`${host}\`, a mail host of \`${target}\``
            : `${client} shares the prefix of ${found}, an address of \`${host}\``,
        )
    }
    return no(`${client} is no mail host of \`${target}\``)
  },
}
