import { personalityOf } from '../personalities/index.ts'
import { capabilities } from './capabilities.ts'
import { replied, unasked } from './respond.ts'
import type { NotAuthenticated, Turn } from './session.ts'

/** Sends the greeting, with what the server can do before login (RFC 9051 §7.1). */
export function startSession(session: NotAuthenticated): Turn {
  const { host } = session
  const code = `CAPABILITY ${capabilities(session).join(' ')}`
  const text = personalityOf(host).words.greeting({ host })
  return { session, effects: replied(unasked, [], { status: 'OK', code, text }) }
}
