import { stay, type Answer, type Command, type Tools } from './command.ts'
import { keywordsOf } from './extensions.ts'
import { mayRelay } from './routing.ts'
import type { CommandSession } from './session.ts'

/**
 * What stands before a command: TLS where the host insists, a login on a submission port, the right
 * order, and EHLO for what is an extension.
 * @returns The refusal, or `undefined` where it may go on.
 */
export function guard(
  session: CommandSession,
  command: Command,
  { say, policies }: Pick<Tools, 'say' | 'policies'>,
): Answer | undefined {
  const { host, peer } = session
  if (host.tls === 'required' && !peer.tls && command.beforeTls === 'refused')
    return stay(session, say.tlsFirst({ command }))
  const login = needsLogin(session, command)
    ? stay(session, say.loginFirst({ command }))
    : undefined
  if (login && policies.login === 'before-order') return login
  if (!command.allowedIn.includes(session.phase))
    return stay(session, say[command.elsewhere[session.phase]!]({ command }))
  return login ?? withoutExtension(session, command, say)
}

/** RFC 6409 §4.3; hosts that may relay by their address need none. */
const needsLogin = ({ host, peer, user }: CommandSession, command: Command): boolean =>
  command.login === 'needed' && host.role === 'submission' && !user && !mayRelay(host, peer)

function withoutExtension(
  session: CommandSession,
  command: Command,
  say: Tools['say'],
): Answer | undefined {
  const { extension } = command
  if (extension === undefined) return undefined
  if (!knows(session, extension)) return stay(session, say.notOffered({ command }))
  const isBare = 'hello' in session && session.hello.verb === 'HELO'
  return isBare ? stay(session, say.ehloFirst({ command })) : undefined
}

/** STARTTLS and AUTH have answers of their own where TLS is up already, or must come first. */
function knows(session: CommandSession, extension: string): boolean {
  const { host } = session
  if (extension === 'STARTTLS') return host.tls !== 'none'
  if (extension === 'AUTH') return host.accounts.length > 0
  return keywordsOf(session).includes(extension)
}

/** Whether HELP and the hints may name it. */
export const isOffered = (session: CommandSession, command: Command): boolean =>
  command.offered === 'yes' &&
  command.roles.includes(session.host.role) &&
  (command.extension === undefined || keywordsOf(session).includes(command.extension))
