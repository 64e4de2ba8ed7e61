import type { Effect } from '../../core/effects.ts'
import { equalBytes } from '../../core/bytes.ts'
import { recordsOf } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'

/** Names that are followed; RFC 8601 §3 names ten as an example. */
export const MAX_NAMES = 10

/** Whether the names of an address lead back to it: forward-confirmed reverse DNS. */
export interface FcrdnsVerdict {
  /** `none`: the address has no name. `fail`: none of its names leads back. */
  readonly result: 'pass' | 'fail' | 'none' | 'temperror'
  /** As its PTR records have them. */
  readonly names: readonly string[]
  /** Those that lead back. */
  readonly confirmed: readonly string[]
  /** One sentence. */
  readonly reason: string
  readonly trace: Step
}

type Conclusion = Omit<FcrdnsVerdict, 'trace'>

/** Asks for the names of an address, and for the addresses of those (RFC 8601 §3, `iprev`). */
export function* evaluateFcrdns(ip: string): Effect<FcrdnsVerdict> {
  const steps: Step[] = []
  const conclude = yield* judge(ip, steps)
  const trace = step({
    kind: 'fcrdns',
    text: conclude.reason,
    outcome: OUTCOMES[conclude.result],
    source: { rfc: 8601, section: '3' },
    facts: { ip, result: conclude.result, names: conclude.names },
    steps,
  })
  return { ...conclude, trace }
}

const OUTCOMES: Readonly<Record<FcrdnsVerdict['result'], Outcome>> = {
  pass: 'pass',
  fail: 'fail',
  none: 'fail',
  temperror: 'error',
}

function* judge(ip: string, steps: Step[]): Effect<Conclusion> {
  const conclude = (
    result: Conclusion['result'],
    reason: string,
    names: readonly string[] = [],
    confirmed: readonly string[] = [],
  ): Conclusion => ({ result, names, confirmed, reason })
  const octets = parseIp(ip)
  if (!octets) return conclude('none', `\`${ip}\` is not an IP address.`)
  const answer = yield* askNoting(steps, reverseName(octets), 'PTR')
  if (isLost(answer)) return conclude('temperror', `DNS gives no answer now for the name of ${ip}.`)
  const names = recordsOf(answer, 'PTR').map(({ target }) => normalizeName(target))
  if (!names.length) return conclude('none', `${ip} has no name: it has no PTR record.`)
  const confirmed: string[] = []
  let open = false
  for (const name of names.slice(0, MAX_NAMES)) {
    const back = yield* askNoting(steps, name, octets.length === 4 ? 'A' : 'AAAA')
    open ||= isLost(back)
    const leadsBack = back.records.some((record) => {
      const own = 'address' in record ? parseIp(record.address) : undefined
      return own !== undefined && equalBytes(own, octets)
    })
    if (leadsBack) confirmed.push(name)
  }
  const list = names
    .slice(0, MAX_NAMES)
    .map((name) => `\`${name}\``)
    .join(', ')
  if (confirmed.length)
    return conclude(
      'pass',
      `${ip} is \`${confirmed[0]}\`, and that name leads back.`,
      names,
      confirmed,
    )
  if (open)
    return conclude('temperror', `DNS gives no answer now for the addresses of ${list}.`, names)
  return conclude('fail', `${ip} is called ${list}, and that name does not lead back to it.`, names)
}
