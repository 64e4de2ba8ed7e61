import type { MailStore } from '../../store/store.ts'
import { answerChallenge } from './handle-login.ts'
import { capabilities } from './capabilities.ts'
import { bad, type Answer, type Reply } from './command.ts'
import { answerCommand, splitCommand, type SplitCommand } from './handle-command.ts'
import type { ImapHost, Peer } from './host.ts'
import { answerIdle, tellIdling } from './handle-idle.ts'
import { AUTOLOGOUT, COMMAND_LINE, COMMAND_LINE_BEFORE_LOGIN, LOGIN_TIMEOUT } from '../limits.ts'
import { admitLiteral } from './handle-literal.ts'
import { personalityOf } from '../personalities/index.ts'
import {
  closed,
  toConnected,
  toNotAuthenticated,
  type CommandSession,
  type Effect,
  type ImapSession,
  type OpenSession,
  type SessionInput,
  type Turn,
} from './session.ts'
import { answered, continued, hangUp, unasked } from './respond.ts'
import { tellChanges } from '../view/sync.ts'
import {
  emptyCommand,
  readCommand,
  skipLiteral,
  takeLiteral,
  type CommandRead,
} from '../wire/command-line.ts'

export type { Effect, ImapSession, SessionInput, Turn } from './session.ts'
export type { ImapHost, Peer } from './host.ts'

/**
 * Opens a session for a client that has just connected: the greeting (RFC 9051 §7.1).
 * @param store Shared by all sessions; the only thing that a session changes.
 * @param now Milliseconds since 1970.
 */
export function openSession(host: ImapHost, peer: Peer, store: MailStore, now: number): Turn {
  const session = toConnected(host, peer, store, now)
  const code = `CAPABILITY ${capabilities(session).join(' ')}`
  const text = personalityOf(host).words.greeting({ host })
  return { session, effects: answered(unasked, [], { status: 'OK', code, text }) }
}

/**
 * One step of a session. The same inputs send the same octets, however what came in is cut into
 * pieces. Never throws; a closed session stays closed and silent.
 */
export function step(session: ImapSession, input: SessionInput): Turn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      // A copy, since parts of it are kept and the caller may use its own again.
      return takeBytes({ ...session, heardAt: session.now }, input.bytes.slice())
    case 'secured':
      return secured(session, input.tls)
    case 'tick':
      return tick(session, input.now)
    case 'changed':
      return session.phase === 'idling' ? tellIdling(session) : { session, effects: [] }
    case 'closed':
      return { session: closed, effects: [] }
  }
}

/** What came before TLS and was not answered is forgotten: it may be an attacker's (RFC 9051 §6.2.1). */
function secured(session: OpenSession, tls: NonNullable<OpenSession['tls']>): Turn {
  if (session.phase !== 'securing') return { session: { ...session, tls }, effects: [] }
  return {
    session: { ...toNotAuthenticated(session), tls, buffer: emptyCommand, heardAt: session.now },
    effects: [],
  }
}

function tick(session: OpenSession, now: number): Turn {
  const isKnown = session.phase !== 'notAuthenticated' && session.phase !== 'authenticating'
  const limit = isKnown ? AUTOLOGOUT : LOGIN_TIMEOUT
  if (now - session.heardAt >= limit) return hangUp(session, 'autologout')
  return { session: { ...session, now }, effects: [] }
}

function takeBytes(start: OpenSession, bytes: Uint8Array): Turn {
  const effects: Effect[] = []
  let session: ImapSession = start
  let from = 0
  while (from < bytes.length && session.phase !== 'closed' && session.phase !== 'securing') {
    const limit = session.phase === 'notAuthenticated' ? COMMAND_LINE_BEFORE_LOGIN : COMMAND_LINE
    const read = readCommand(session.buffer, bytes, from, limit)
    const turn = takeRead(session, read, limit)
    for (const effect of turn.effects) effects.push(effect)
    session = turn.session
    from = read.next
  }
  return { session, effects }
}

type Listening = Exclude<OpenSession, { phase: 'securing' }>

function takeRead(session: Listening, read: CommandRead, limit: number): Turn {
  if (read.type === 'more') return { session: { ...session, buffer: read.buffer }, effects: [] }
  const fresh = { ...session, buffer: emptyCommand }
  if (fresh.phase === 'idling' || fresh.phase === 'authenticating') {
    const command = read.type === 'announced' ? read.buffer.command : read.command
    const line = command.text.replace(/\r\n$/, '')
    return fresh.phase === 'idling'
      ? finishReply(...answerIdle(fresh, line))
      : answerLine(fresh, line)
  }
  if (read.type === 'command') return takeCommand(fresh, read)
  if (read.type === 'announced') return takeAnnounced(fresh, read)
  const split = splitCommand(read.command)
  const text = personalityOf(session.host).words.lineTooLong({ limit })
  const turn = finish(split, bad(fresh, text))
  return read.announced?.client === 'follows' ? skipping(turn, read.announced) : turn
}

const answerLine = (
  session: Extract<Listening, { phase: 'authenticating' }>,
  line: string,
): Turn => {
  const { asked, answer } = answerChallenge(session, line)
  return finish(asked, answer)
}

const finishReply = (asked: Parameters<typeof finish>[0], answer: Answer): Turn =>
  finish(asked, answer)

function takeCommand(
  session: CommandSession,
  { command }: Extract<CommandRead, { type: 'command' }>,
): Turn {
  const split = splitCommand(command)
  return finish(split, answerCommand(session, command, split), split.command)
}

function takeAnnounced(
  session: CommandSession,
  { buffer, announced }: Extract<CommandRead, { type: 'announced' }>,
): Turn {
  const split = splitCommand({ ...buffer.command, text: buffer.command.text.slice(0, -2) })
  const admission = admitLiteral(session, buffer.command, split, announced)
  if (admission.type === 'take') {
    const taking = { ...session, buffer: takeLiteral(buffer, announced) }
    if (announced.client === 'follows') return { session: taking, effects: [] }
    const text = personalityOf(session.host).words.sendLiteral({ size: announced.size })
    return { session: taking, effects: continued(split, [], text) }
  }
  const turn = finish(split, admission.answer, split.command)
  if (admission.type === 'hangUp' && turn.session.phase !== 'closed') {
    const end = hangUp(turn.session, 'flood', 'TOOBIG')
    return { session: end.session, effects: [...turn.effects, ...end.effects] }
  }
  return announced.client === 'follows' ? skipping(turn, announced) : turn
}

/** The rest of a command that has its reply is read and dropped. */
const skipping = (turn: Turn, announced: Parameters<typeof skipLiteral>[0]): Turn =>
  turn.session.phase === 'closed'
    ? turn
    : { ...turn, session: { ...turn.session, buffer: skipLiteral(announced) } }

/** Sends an answer, and behind its untagged data what has changed in the mailbox meanwhile. */
function finish(
  asked: Pick<SplitCommand, 'tag' | 'verb' | 'argument'>,
  answer: Answer,
  command?: SplitCommand['command'],
): Turn {
  const { tag, verb, argument } = asked
  const about = { tag, verb, argument }
  if (answer.type === 'continuation')
    return { session: answer.session, effects: continued(about, answer.untagged, answer.text) }
  const told = withChanges(answer, command?.expunges ?? 'told')
  const effects = [...answered(about, told.untagged, told), ...answer.effects]
  if (told.session.phase === 'closed')
    return { session: closed, effects: [...effects, { type: 'close' }] }
  return countErrors(told.session, told.status, effects)
}

function withChanges(answer: Reply, expunges: 'told' | 'held'): Reply {
  const { session, changes, status } = answer
  if (session.phase !== 'selected' || changes === 'said' || status === 'BAD') return answer
  const told = tellChanges(session, expunges)
  if (told.untagged.length === 0) return { ...answer, session: told.session }
  return { ...answer, session: told.session, untagged: [...answer.untagged, ...told.untagged] }
}

/** BAD replies are counted; the last one that a host puts up with is followed by BYE. */
function countErrors(session: OpenSession, status: Reply['status'], effects: Effect[]): Turn {
  if (status !== 'BAD') return { session, effects }
  const { badBeforeLogin, badAfterLogin } = personalityOf(session.host).policies
  const limit = session.phase === 'notAuthenticated' ? badBeforeLogin : badAfterLogin
  const errors = session.errors + 1
  if (errors < limit) return { session: { ...session, errors }, effects }
  const end = hangUp(session, 'tooManyErrors')
  return { session: end.session, effects: [...effects, ...end.effects] }
}
