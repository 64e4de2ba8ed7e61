import { firstRefusal, permissionIn, type Precondition } from '../../shared/preconditions.ts'
import type { Reply } from '../wire/reply.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import { waitsForTls } from './login.ts'
import { keywordsOf } from './extensions.ts'
import { mayRelay } from './routing.ts'
import type { CommandSession, Open } from './session.ts'

interface Asked {
  readonly command: Command
  readonly replies: Tools['replies']
}

type Check = Precondition<CommandSession, Asked, Reply>

/** Where the host insists on TLS, few commands are allowed before it (RFC 3207 §4). */
const tls: Check = ({ host, peer, personality }, { command, replies }) =>
  host.tls === 'required' &&
  !peer.tls &&
  command.beforeTls === 'refused' &&
  !personality.policies.beforeTls.includes(command.verb)
    ? replies.tlsFirst({ command })
    : undefined

/** A submission port wants a login (RFC 6409 §4.3); hosts that may relay by their address need none. */
export const needsLogin = ({ host, peer, user }: Pick<Open, 'host' | 'peer' | 'user'>): boolean =>
  host.role === 'submission' && !user && !mayRelay(host, peer)

const login: Check = (session, { command, replies }) =>
  command.login === 'needed' && needsLogin(session) ? replies.loginFirst({ command }) : undefined

/** RFC 5321 §4.1.4 */
const order: Check = ({ phase, isPoisoned }, { command, replies }) => {
  const permission = permissionIn(command, phase)
  if (isPoisoned && isOfMessage(command, permission)) return replies.inChunks({ command })
  return permission === 'allowed' ? undefined : replies[permission]({ command })
}

/** What would add to a message whose chunks were refused; DATA is refused for that first of all. */
const isOfMessage = ({ verb }: Command, permission: string): boolean =>
  verb === 'DATA' || (permission === 'allowed' && (verb === 'MAIL' || verb === 'RCPT'))

/** An extension must be offered, and the client must have greeted with EHLO (RFC 5321 §2.2.1). */
const extension: Check = (session, { command, replies }) => {
  if (command.extension === undefined) return undefined
  if (!knows(session, command.extension)) return replies.notOffered({ command })
  const isBare =
    session.personality.policies.extensions === 'after-ehlo' &&
    'hello' in session &&
    session.hello.verb === 'HELO'
  return isBare ? replies.ehloFirst({ command }) : undefined
}

const inOrder = {
  'before-order': [tls, login, order, extension],
  'after-order': [tls, order, login, extension],
  'at-rcpt': [tls, extension, order],
} as const satisfies Record<string, readonly Check[]>

/**
 * What must be so before a command is run: TLS, a login, the right order, and EHLO for what is an
 * extension.
 * @returns The refusal, or `undefined` where the command may run.
 */
export function checkPreconditions(
  session: CommandSession,
  command: Command,
  { replies, policies }: Pick<Tools, 'replies' | 'policies'>,
): Answer | undefined {
  const refusal = firstRefusal(inOrder[policies.login], session, { command, replies })
  return refusal && stay(session, refusal)
}

/** STARTTLS and AUTH have answers of their own where TLS is up already, or must come first. */
function knows(session: CommandSession, extension: string): boolean {
  const { host } = session
  if (extension === 'STARTTLS') return host.tls !== 'none'
  if (extension === 'AUTH') return host.accounts.length > 0 && !waitsForTls(session)
  return keywordsOf(session).includes(extension)
}

/** Whether HELP and the hints may name it. */
export const isOffered = (session: CommandSession, command: Command): boolean =>
  command.offered === 'yes' &&
  command.roles.includes(session.host.role) &&
  (command.extension === undefined || keywordsOf(session).includes(command.extension))
