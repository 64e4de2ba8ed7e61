import type { Role, SmtpHost } from './host.ts'
import { mechanismsOf } from './login.ts'
import type { CommandSession, Open } from './session.ts'

/** What a session knows that decides about extensions. */
type Known = Pick<Open, 'host' | 'personality' | 'peer' | 'user'>

/**
 * What the answer to EHLO lists: exactly what works here and now, in the personality's order.
 * Commands outside the minimum must be listed (RFC 5321 §4.1.1.1, §4.5.1); VRFY may be (§3.5.2).
 */
export const ehloKeywords = (session: Known): string[] =>
  session.personality.extensions.flatMap((name) => lines[name]?.(session) ?? [])

/** The keywords alone. */
export const keywordsOf = (session: Known): string[] =>
  ehloKeywords(session).map((line) => line.split(' ')[0]!)

/** The keywords a client may use: those it was offered, so none after HELO (RFC 5321 §4.1.1.3). */
export function offeredTo(session: CommandSession): string[] {
  if (session.phase === 'connected' || session.hello.verb === 'HELO') return []
  return keywordsOf(session)
}

/** The same where parameters ask for it: most commands have none. */
export const offeredFor = (session: CommandSession, parameters: readonly unknown[]): string[] =>
  parameters.length ? offeredTo(session) : []

/** Each keyword with what stands behind it, where the session has it. */
const lines: Readonly<Record<string, (session: Known) => string | undefined>> = {
  PIPELINING: () => 'PIPELINING',
  SIZE: ({ host }) => `SIZE ${host.maxSize}`,
  VRFY: inRoles(['mx', 'submission'], () => 'VRFY'),
  EXPN: inRoles(['mx', 'submission'], ({ host }) => (host.lists.length ? 'EXPN' : undefined)),
  ETRN: inRoles(['mx', 'submission'], ({ host, personality }) =>
    personality.policies.etrn === 'always' || (host.role === 'mx' && host.queuesFor.length)
      ? 'ETRN'
      : undefined,
  ),
  // RFC 3207 §4.2: not once TLS is up.
  STARTTLS: ({ host, peer }) => (host.tls !== 'none' && !peer.tls ? 'STARTTLS' : undefined),
  // RFC 4954 §3
  AUTH(session) {
    const mechanisms = mechanismsOf(session)
    return mechanisms.length ? `AUTH ${mechanisms.join(' ')}` : undefined
  },
  ENHANCEDSTATUSCODES: () => 'ENHANCEDSTATUSCODES',
  '8BITMIME': () => '8BITMIME',
  BINARYMIME: () => 'BINARYMIME',
  DSN: () => 'DSN',
  SMTPUTF8: () => 'SMTPUTF8',
  CHUNKING: () => 'CHUNKING',
  LIMITS: ({ host }) => `LIMITS ${limitsOf(host)}`,
  // RFC 8689 §2: only inside TLS.
  REQUIRETLS: ({ peer }) => (peer.tls ? 'REQUIRETLS' : undefined),
  HELP: () => 'HELP',
}

function inRoles(
  roles: readonly Role[],
  line: (session: Known) => string | undefined,
): (session: Known) => string | undefined {
  return (session) => (roles.includes(session.host.role) ? line(session) : undefined)
}

/** RFC 9422 §4. */
const limitsOf = ({ maxMessages, maxRecipients }: SmtpHost): string =>
  [...(maxMessages ? [`MAILMAX=${maxMessages}`] : []), `RCPTMAX=${maxRecipients}`].join(' ')
