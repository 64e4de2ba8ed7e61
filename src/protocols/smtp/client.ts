import { latin1, utf8 } from '../../core/bytes.ts'
import { answerChallenge, beginLogin } from './client-login.ts'
import { mailLine, missingFor, rcptLine, readExtensions, writable } from './client-mail.ts'
import {
  deferred,
  done,
  failed,
  type ClientEffect,
  type ClientInput,
  type ClientJob,
  type ClientSession,
  type ClientTurn,
  type Progress,
  type Stage,
  type Talking,
} from './client-session.ts'
import { CLIENT_TIMEOUTS } from './limits.ts'
import { emptyReply, readReply } from './replies.ts'
import { replyText, type Reply } from './reply.ts'
import { stuffDots } from '../wire/dots.ts'

export type { ClientJob, ClientSession, ClientTurn } from './client-session.ts'

/** Opens a sending session; it first waits for the server's greeting (RFC 5321 §4.3.1). */
export const openClient = (job: ClientJob): ClientTurn => ({
  session: {
    phase: 'talking',
    job,
    stage: { name: 'greeting' },
    incoming: emptyReply,
    extensions: new Map(),
    secured: job.secured !== undefined,
    idleSince: undefined,
  },
  effects: [],
})

/** One step of a sending session. Never throws; says `done` once, whatever the server does. */
export function stepClient(session: ClientSession, input: ClientInput): ClientTurn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      return takeBytes({ ...session, idleSince: undefined }, input.bytes)
    case 'secured':
      return secured(session)
    case 'closed':
      // As if 451 had been said (§3.8).
      return lost(session, 'The server closed the connection')
    case 'tick':
      return tick(session, input.now)
  }
}

function takeBytes(start: Talking, bytes: Uint8Array): ClientTurn {
  const effects: ClientEffect[] = []
  let session: ClientSession = start
  let from = 0
  while (from < bytes.length && session.phase === 'talking') {
    // Sent before TLS was up, to be taken for what was said inside it (RFC 3207 §6).
    if (session.stage.name === 'securing') return { session, effects }
    const read = readReply(session.incoming, bytes, from)
    if (read.kind === 'partial') return { session: { ...session, incoming: read.buffer }, effects }
    const turn: ClientTurn =
      read.kind === 'reply'
        ? takeReply({ ...session, incoming: emptyReply }, read.reply)
        : takeNonsense({ ...session, incoming: emptyReply }, read.line)
    effects.push(...turn.effects)
    session = turn.session
    from = read.next
  }
  return { session, effects }
}

/** Only the first digit decides (§4.3.2), but for 421: the server is about to hang up (§3.8). */
function takeReply(session: Talking, reply: Reply): ClientTurn {
  const { stage } = session
  if (stage.name === 'quit') return hangUp([])
  if (stage.name === 'securing') return { session, effects: [] }
  if (reply.code === 421) return hangUp([done(deferred(reply), stage)])
  return handlers[stage.name](session, reply)
}

const takeNonsense = (session: Talking, line: string): ClientTurn =>
  session.stage.name === 'quit'
    ? hangUp([])
    : quit(session, {
        outcome: 'failed',
        reason: `The server sent what is no SMTP reply: ${line.slice(0, 80)}`,
      })

type Handler = (session: Talking, reply: Reply) => ClientTurn

const handlers: Readonly<Record<Exclude<Stage['name'], 'quit' | 'securing'>, Handler>> = {
  greeting(session, reply) {
    if (!isPositive(reply)) return quit(session, refusal(reply))
    const { helo } = session.job
    if (writable(helo)) return sayHello(session)
    return quit(session, { outcome: 'failed', reason: 'The name cannot stand in a command' })
  },

  ehlo(session, reply) {
    if (isPositive(reply)) return prepare({ ...session, extensions: readExtensions(reply) })
    // A server that knows no extensions knows HELO (§3.2).
    if (isPermanent(reply) && !needsEhlo(session))
      return say(session, { name: 'helo' }, `HELO ${session.job.helo}`)
    return quit(session, refusal(reply))
  },

  helo: (session, reply) =>
    isPositive(reply) ? beginMail(session) : quit(session, refusal(reply)),

  starttls(session, reply) {
    if (isPositive(reply)) return go(session, { name: 'securing' }, [{ type: 'startTls' }])
    return session.job.tls === 'required'
      ? quit(session, refusal(reply))
      : afterTls({ ...session, secured: false })
  },

  auth(session, reply) {
    if (session.stage.name !== 'auth') return { session, effects: [] }
    if (isPositive(reply)) return beginMail(session)
    if (reply.code !== 334) return quit(session, refusal(reply))
    const { line, step } = answerChallenge(session.stage.step, reply)
    return say(session, { name: 'auth', step }, line)
  },

  mail: (session, reply) =>
    isPositive(reply)
      ? nextRecipient(session, { accepted: [], refused: [] })
      : quit(session, refusal(reply)),

  rcpt(session, reply) {
    const progress = progressOf(session.stage)
    const recipient = recipientAt(session.job, progress)!
    if (isPositive(reply))
      return nextRecipient(session, {
        ...progress,
        accepted: [...progress.accepted, recipient],
      })
    const refused = refusedBy(recipient, reply)
    return nextRecipient(session, { ...progress, refused: [...progress.refused, refused] }, reply)
  },

  data(session, reply) {
    if (reply.code < 300 || reply.code >= 400) return quit(session, refusal(reply))
    const stage: Stage = { name: 'end', ...progressOf(session.stage) }
    return go(session, stage, [{ type: 'send', bytes: stuffDots(session.job.message) }])
  },

  end: (session, reply) =>
    session.job.protocol === 'lmtp'
      ? nextAnswer(
          { ...session, stage: { ...progressOf(session.stage), name: 'each', kept: [] } },
          reply,
        )
      : quit(session, isPositive(reply) ? { outcome: 'sent', reply } : refusal(reply)),

  each: (session, reply) => nextAnswer(session, reply),
}

/** LMTP answers once for each recipient that was accepted, in their order (RFC 2033 §4.2). */
function nextAnswer(session: Talking, reply: Reply): ClientTurn {
  const { stage } = session
  if (stage.name !== 'each') return { session, effects: [] }
  const [recipient = '', ...left] = stage.accepted
  const kept = isPositive(reply) ? [...stage.kept, recipient] : stage.kept
  const refused = isPositive(reply)
    ? stage.refused
    : [...stage.refused, refusedBy(recipient, reply)]
  if (left.length) return go(session, { name: 'each', accepted: left, refused, kept }, [])
  const ended: Stage = { name: 'end', accepted: kept, refused }
  return quit(
    { ...session, stage: ended },
    kept.length ? { outcome: 'sent', reply } : nobody({ accepted: [], refused }, reply),
  )
}

function refusedBy(recipient: string, reply: Reply): Progress['refused'][number] {
  const enhanced = reply.enhanced === undefined ? {} : { enhanced: reply.enhanced }
  return { recipient, code: reply.code, ...enhanced, text: replyText(reply) }
}

const sayHello = (session: Talking): ClientTurn =>
  say(
    session,
    { name: 'ehlo' },
    `${session.job.protocol === 'lmtp' ? 'LHLO' : 'EHLO'} ${session.job.helo}`,
  )

/** HELO has no extensions, so it is of no use for a job that must have one. */
const needsEhlo = ({ job, secured }: Talking): boolean =>
  job.protocol === 'lmtp' || job.login !== undefined || (job.tls === 'required' && !secured)

/** TLS first, then the login, then the message. */
function prepare(session: Talking): ClientTurn {
  const { tls = 'off' } = session.job
  if (tls === 'off' || session.secured) return afterTls(session)
  if (session.extensions.has('STARTTLS')) return say(session, { name: 'starttls' }, 'STARTTLS')
  if (tls === 'opportunistic') return afterTls(session)
  const reason = 'The server does not offer STARTTLS, and the message may only travel encrypted'
  return quit(session, { outcome: 'deferred', reason })
}

function afterTls(session: Talking): ClientTurn {
  const { login } = session.job
  if (!login) return beginMail(session)
  const begun = beginLogin(session.extensions, login)
  if (!begun)
    return quit(session, { outcome: 'failed', reason: 'The server offers no login that I know' })
  return say(session, { name: 'auth', step: begun.step }, begun.line)
}

/** Nothing that was said before TLS counts: the client greets anew (RFC 3207 §4.2). */
const secured = (session: Talking): ClientTurn =>
  session.stage.name === 'securing'
    ? sayHello({ ...session, secured: true, incoming: emptyReply, idleSince: undefined })
    : { session, effects: [] }

function beginMail(session: Talking): ClientTurn {
  const { extensions } = session
  const reason = missingFor(session.job, extensions)
  if (reason !== undefined) return quit(session, { outcome: 'failed', reason })
  return say(session, { name: 'mail' }, mailLine(session.job, extensions))
}

/** Asks for the next recipient; after the last one, goes on with those that were accepted. */
function nextRecipient(session: Talking, progress: Progress, last?: Reply): ClientTurn {
  const recipient = recipientAt(session.job, progress)
  if (recipient === undefined)
    return progress.accepted.length
      ? say(session, { name: 'data', ...progress }, 'DATA')
      : quit({ ...session, stage: { name: 'rcpt', ...progress } }, nobody(progress, last))
  if (writable(recipient))
    return say(
      session,
      { name: 'rcpt', ...progress },
      rcptLine(session.job, recipient, session.extensions),
    )
  const refused = { recipient, code: 501, text: 'Not asked for: it cannot stand in a command' }
  return nextRecipient(session, { ...progress, refused: [...progress.refused, refused] }, last)
}

const recipientAt = ({ to }: ClientJob, { accepted, refused }: Progress): string | undefined =>
  to[accepted.length + refused.length]

/** Worth another try if one of the refusals was for now only; so is 552 here (§4.5.3.1.10). */
function nobody({ refused }: Progress, reply: Reply | undefined): ReturnType<typeof refusal> {
  const later = refused.some(({ code }) => code < 500 || code === 552)
  const given = reply ? { reply } : {}
  return { outcome: later ? 'deferred' : 'failed', reason: 'No recipient was accepted', ...given }
}

/** Only the progress: a stage that took its name from an older one would ask again for ever. */
const progressOf = (stage: Stage): Progress =>
  'accepted' in stage
    ? { accepted: stage.accepted, refused: stage.refused }
    : { accepted: [], refused: [] }

const isPositive = ({ code }: Reply): boolean => code >= 200 && code < 300

const isPermanent = ({ code }: Reply): boolean => code >= 500

const refusal = (reply: Reply) => (isTemporary(reply) ? deferred(reply) : failed(reply))

const isTemporary = ({ code }: Reply): boolean => code >= 400 && code < 500

const go = (session: Talking, stage: Stage, effects: readonly ClientEffect[]): ClientTurn => ({
  session: { ...session, stage },
  effects,
})

const say = (session: Talking, stage: Stage, line: string): ClientTurn =>
  go(session, stage, [{ type: 'send', bytes: utf8(`${line}\r\n`) }])

/** The result stands; QUIT ends whatever was begun (§4.1.1.10). */
const quit = (session: Talking, result: Parameters<typeof done>[0]): ClientTurn =>
  go(session, { name: 'quit' }, [
    done(result, session.stage),
    { type: 'send', bytes: latin1('QUIT\r\n') },
  ])

const hangUp = (effects: readonly ClientEffect[]): ClientTurn => ({
  session: { phase: 'closed' },
  effects: [...effects, { type: 'close' }],
})

const lost = ({ stage }: Talking, reason: string): ClientTurn =>
  hangUp(stage.name === 'quit' ? [] : [done({ outcome: 'deferred', reason }, stage)])

function tick(session: Talking, now: number): ClientTurn {
  if (session.idleSince === undefined)
    return { session: { ...session, idleSince: now }, effects: [] }
  const limit = CLIENT_TIMEOUTS[timeouts[session.stage.name]]
  if (now - session.idleSince < limit) return { session, effects: [] }
  return lost(session, 'The server did not answer in time')
}

const timeouts: Readonly<Record<Stage['name'], keyof typeof CLIENT_TIMEOUTS>> = {
  greeting: 'greeting',
  ehlo: 'command',
  helo: 'command',
  starttls: 'command',
  securing: 'command',
  auth: 'command',
  mail: 'command',
  rcpt: 'command',
  data: 'data',
  end: 'end',
  each: 'end',
  quit: 'command',
}
