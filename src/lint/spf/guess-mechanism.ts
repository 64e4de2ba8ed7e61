import { parseIpv6 } from '../../core/ip.ts'
import { wordOneTypoAway } from './one-typo-away.ts'
import type { MechanismName, Term } from '../../auth/spf/record.ts'

export const MECHANISM_NAMES: readonly MechanismName[] = [
  'all',
  'include',
  'a',
  'mx',
  'ptr',
  'ip4',
  'ip6',
  'exists',
]

/** The mechanism that an unknown name stands for, as far as can be guessed. */
export function guessMechanism(term: Term): MechanismName | undefined {
  if (['ip', 'ipv4', 'ipv6'].includes(term.name)) {
    const address = term.text.slice(term.nameSpan.to - term.span.from + 1).replace(/\/\d*$/, '')
    return parseIpv6(address) ? 'ip6' : 'ip4'
  }
  const close = wordOneTypoAway(term.name, MECHANISM_NAMES)
  return MECHANISM_NAMES.find((name) => name === close)
}
