import type { IncomingMessage } from 'node:http'
import type { ZoneEditing } from '../../world/bridge-zones.ts'
import { isSameSecret } from './same-secret.ts'

/** How a bridge was started, as to edits of its zones. */
export interface EditRules {
  /** Whether anybody may edit. */
  readonly isOff: boolean
  /** What who asks from another machine must know. */
  readonly token: string
}

/**
 * Whether who asks may edit. On this machine everybody may whom `isOurs` lets in; from elsewhere it takes
 * the token that the command printed, as `Authorization: Bearer TOKEN`.
 */
export function whoMayEdit(
  { isOff, token }: EditRules,
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
): ZoneEditing {
  if (isOff) return 'off'
  if (isLoopback(socket.remoteAddress ?? '')) return 'open'
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  return isSameSecret(given, token) ? 'open' : 'locked'
}

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\./.test(address)
