import { firstRefusal, permissionIn, type Precondition } from '../../shared/preconditions.ts'
import type { Reply } from '../wire/reply.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import { keywordsOf } from './extensions.ts'
import { mayRelay } from './routing.ts'
import type { CommandSession } from './session.ts'

interface Asked {
  readonly command: Command
  readonly replies: Tools['replies']
}

type Check = Precondition<CommandSession, Asked, Reply>

/** Where the host insists on TLS, few commands are allowed before it (RFC 3207 §4). */
const tls: Check = ({ host, peer }, { command, replies }) =>
  host.tls === 'required' && !peer.tls && command.beforeTls === 'refused'
    ? replies.tlsFirst({ command })
    : undefined

/** A submission port wants a login (RFC 6409 §4.3); hosts that may relay by their address need none. */
const login: Check = ({ host, peer, user }, { command, replies }) =>
  command.login === 'needed' && host.role === 'submission' && !user && !mayRelay(host, peer)
    ? replies.loginFirst({ command })
    : undefined

/** RFC 5321 §4.1.4 */
const order: Check = ({ phase }, { command, replies }) => {
  const permission = permissionIn(command, phase)
  return permission === 'allowed' ? undefined : replies[permission]({ command })
}

/** An extension must be offered, and the client must have greeted with EHLO (RFC 5321 §2.2.1). */
const extension: Check = (session, { command, replies }) => {
  if (command.extension === undefined) return undefined
  if (!knows(session, command.extension)) return replies.notOffered({ command })
  const isBare = 'hello' in session && session.hello.verb === 'HELO'
  return isBare ? replies.ehloFirst({ command }) : undefined
}

const inOrder = {
  'before-order': [tls, login, order, extension],
  'after-order': [tls, order, login, extension],
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
  if (extension === 'AUTH') return host.accounts.length > 0
  return keywordsOf(session).includes(extension)
}

/** Whether HELP and the hints may name it. */
export const isOffered = (session: CommandSession, command: Command): boolean =>
  command.offered === 'yes' &&
  command.roles.includes(session.host.role) &&
  (command.extension === undefined || keywordsOf(session).includes(command.extension))
