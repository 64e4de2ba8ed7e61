import { breakDown } from './handle-command.ts'
import { faultAt } from '../policies/faults.ts'
import { isTooOften } from '../policies/rates.ts'
import { toConnected, type Connecting, type Turn } from './session.ts'
import { replied, closeWith, unasked } from './respond.ts'

/** The first thing in a session: the greeting, now or after a while, or no service at all. */
export function startSession(session: Connecting): Turn {
  const { host, personality, peer, memory, clock } = session
  const now = clock.now ?? 0
  if (isTooOften(host.rates, memory, peer.address, 'connections', now)) {
    const { replies } = personality
    return closeWith(replies.tooManyConnections({ host: host.name, address: peer.address }))
  }
  return host.greetingDelay > 0 ? { session, effects: [] } : greet(session)
}

/** Sends 220 (RFC 5321 §3.1), or what the host has wrong with its greeting. */
export function greet(session: Connecting): Turn {
  const { host, personality, clock } = session
  const greeting = personality.replies.greeting({
    host: host.name,
    role: host.role,
    ...(clock.now === undefined ? {} : { now: clock.now }),
  })
  const next = toConnected(session)
  const broken = faultAt(session, '', '')
  if (broken) return breakDown(broken, next, unasked, { session: next, reply: greeting })
  return { session: next, effects: replied(unasked, greeting) }
}
