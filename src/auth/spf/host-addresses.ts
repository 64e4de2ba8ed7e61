import type { Effect } from '../../core/effects.ts'
import { inNetwork, parseIp } from '../../core/ip.ts'
import type { Mechanism } from './record.ts'
import { isBroken, lookUp, type Broken, type EvaluationContext } from './evaluation-context.ts'

/**
 * Asks for a host's addresses of the client's family and compares them (RFC 7208 §5, §5.3).
 * @returns The address that matches, `undefined` if none does, or what ends the check.
 */
export function* matchingAddress(
  host: string,
  term: Mechanism,
  context: EvaluationContext,
): Effect<string | undefined | Broken> {
  const { ip } = context.session
  const records = yield* lookUp(context, host, ip.length === 4 ? 'A' : 'AAAA')
  if (isBroken(records)) return records
  const bits = (ip.length === 4 ? term.cidr4 : term.cidr6)?.bits ?? ip.length * 8
  return records.find(({ address }) => {
    const octets = parseIp(address)
    return octets !== undefined && inNetwork(ip, octets, bits)
  })?.address
}
