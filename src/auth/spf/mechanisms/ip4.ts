import { matchNetwork } from '../network-match.ts'
import type { MechanismTest } from './mechanism.ts'

/** Whether the client lies in an IPv4 network (RFC 7208 §5.6). */
export const ip4: MechanismTest = {
  name: 'ip4',
  match: (term, { session }) => matchNetwork(term, session),
}
