import type { MailStore } from '../../store/store.ts'
import { feed, ownOctets } from '../../shared/feed.ts'
import { AUTOLOGOUT, COMMAND_LINE, LOGIN_TIMEOUT } from '../limits.ts'
import { emptyCommand, readCommand, type CommandRead } from '../wire/command-line.ts'
import { handleCommand, refuseLongLine } from './handle-command.ts'
import { handleIdleLine, notifyIdling } from './handle-idle.ts'
import { handleLiteral } from './handle-literal.ts'
import { handleLoginLine } from './handle-login.ts'
import type { ImapHost, Peer } from './host.ts'
import { hangUp } from './respond.ts'
import {
  closed,
  toConnected,
  toNotAuthenticated,
  type Effect,
  type Handled,
  type ImapSession,
  type OpenSession,
  type SessionInput,
  type Turn,
} from './session.ts'
import { startSession } from './start-session.ts'

export type { Effect, ImapSession, SessionInput, Turn } from './session.ts'
export type { ImapHost, Peer } from './host.ts'

/**
 * Opens a session for a client that has just connected: the greeting (RFC 9051 §7.1).
 * @param store Shared by all sessions; the only thing that a session changes.
 * @param now Milliseconds since 1970.
 */
export const openSession = (host: ImapHost, peer: Peer, store: MailStore, now: number): Turn =>
  startSession(toConnected(host, peer, store, now))

/**
 * One step of a session. The same inputs send the same octets, however the network cuts them into
 * pieces. Never throws; a closed session stays closed and silent.
 */
export function step(session: ImapSession, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes': {
      const active = { ...session, activeAt: session.now }
      return feed<ImapSession, Effect>(active, ownOctets(input), handleOctets, {
        pauses: input.pauses,
      })
    }
    case 'secured':
      return secured(session, input.tls)
    case 'tick':
      return tick(session, input.now)
    case 'changed':
      return session.phase === 'idling' ? notifyIdling(session) : { session, effects: [] }
    case 'closed':
      return { session: closed, effects: [] }
  }
}

/** Commands that came before TLS and were not answered may be an attacker's (RFC 9051 §6.2.1). */
function secured(session: OpenSession, tls: NonNullable<OpenSession['tls']>): Turn {
  if (session.phase !== 'securing') return { session: { ...session, tls }, effects: [] }
  const fresh = { tls, buffer: emptyCommand, activeAt: session.now }
  return { session: { ...toNotAuthenticated(session), ...fresh }, effects: [] }
}

function tick(session: OpenSession, now: number): Turn {
  const isLoggedIn = session.phase !== 'notAuthenticated' && session.phase !== 'authenticating'
  const limit = isLoggedIn ? AUTOLOGOUT : LOGIN_TIMEOUT
  if (now - session.activeAt >= limit) return hangUp(session, 'autologout')
  return { session: { ...session, now }, effects: [] }
}

type Listening = Exclude<OpenSession, { phase: 'securing' }>

function handleOctets(session: OpenSession, bytes: Uint8Array, from: number): Handled {
  if (session.phase === 'securing') return { session, effects: [], next: bytes.length }
  const read = readCommand(session.buffer, bytes, from, COMMAND_LINE)
  const { session: after, effects } = handleRead(session, read)
  return { session: after, effects, next: read.next }
}

function handleRead(session: Listening, read: CommandRead): Turn {
  if (read.type === 'more') return { session: { ...session, buffer: read.buffer }, effects: [] }
  const next = session.buffer === emptyCommand ? session : { ...session, buffer: emptyCommand }
  if (next.phase === 'idling') return handleIdleLine(next, lineOf(read))
  if (next.phase === 'authenticating') return handleLoginLine(next, lineOf(read))
  switch (read.type) {
    case 'command':
      return handleCommand(next, read.command)
    case 'announced':
      return handleLiteral(next, read)
    case 'tooLong':
      return refuseLongLine(next, read, COMMAND_LINE)
  }
}

/** The line alone: IDLE and a login know no literals. */
function lineOf(read: Exclude<CommandRead, { type: 'more' }>): string {
  const { text } = read.type === 'announced' ? read.buffer.command : read.command
  return text.replace(/\r\n$/, '')
}
