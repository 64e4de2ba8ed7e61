import { matchNetwork } from '../network-match.ts'
import type { MechanismTest } from './mechanism.ts'

/** Whether the client lies in an IPv6 network (RFC 7208 §5.6). */
export const ip6: MechanismTest = {
  name: 'ip6',
  match: (term, { session }) => matchNetwork(term, session),
}
