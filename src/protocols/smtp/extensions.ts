import type { SmtpHost } from './host.ts'
import type { CommandSession } from './session.ts'

/**
 * What the answer to EHLO lists: exactly what works here. Commands outside the minimum must be
 * listed, which is why HELP is (RFC 5321 §4.1.1.1, §4.5.1); VRFY may be (§3.5.2).
 */
export const ehloKeywords = ({ maxSize }: SmtpHost): string[] => [
  'PIPELINING',
  `SIZE ${maxSize}`,
  'VRFY',
  'ENHANCEDSTATUSCODES',
  '8BITMIME',
  'SMTPUTF8',
  'HELP',
]

/** The keywords a client may use: those it was told, so none after HELO (RFC 5321 §4.1.1.3). */
export function offeredTo(session: CommandSession): string[] {
  if (session.phase === 'connected' || session.hello.verb === 'HELO') return []
  return ehloKeywords(session.host).map((line) => line.split(' ')[0]!)
}
