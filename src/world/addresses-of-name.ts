import { askDns, type Effect } from '../core/effects.ts'
import { recordsOf } from '../core/dns.ts'

/** Asks the DNS for the addresses of a name, those of IPv4 first. */
export function* addressesOf(name: string): Effect<string[]> {
  const four = yield* askDns(name, 'A')
  const six = yield* askDns(name, 'AAAA')
  return [
    ...recordsOf(four, 'A').map(({ address }) => address),
    ...recordsOf(six, 'AAAA').map(({ address }) => address),
  ]
}
