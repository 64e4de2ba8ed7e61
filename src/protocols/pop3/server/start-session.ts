import { personalityOf } from '../personalities/index.ts'
import { timestampOf } from '../wire/timestamp.ts'
import { replied, unasked } from './respond.ts'
import type { Authorization, Turn } from './session.ts'

/** Sends the greeting, with the timestamp of APOP where the host offers it (RFC 1939 §4, §7). */
export function startSession(session: Authorization): Turn {
  const { host, peer } = session
  const greeting = personalityOf(host).replies.greeting({
    host: host.name,
    ...(host.apop === 'offered' && { timestamp: timestampOf(host, peer) }),
  })
  return { session, effects: replied(unasked, greeting) }
}
