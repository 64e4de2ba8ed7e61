import { answerChallenge, beginLogin } from './login.ts'
import { readExtensions, writable } from './commands.ts'
import {
  deferred,
  nothing,
  type ClientEffect,
  type ClientInput,
  type ClientJob,
  type ClientSession,
  type ClientTurn,
  type Stage,
  type Talking,
} from './session.ts'
import { beginMail, transactionHandlers } from './transaction.ts'
import { go, hangUp, isPermanent, isPositive, lost, quit, refusal, send } from './turn.ts'
import { isProved } from '../../sasl/sasl.ts'
import { CLIENT_TIMEOUTS } from '../limits.ts'
import { emptyReply, readReply } from '../wire/read-reply.ts'
import type { Reply } from '../wire/reply.ts'

export type { ClientJob, ClientSession, ClientTurn } from './session.ts'

/** Opens a sending session; it first waits for the server's greeting (RFC 5321 §4.3.1). */
export const openClient = (job: ClientJob): ClientTurn => ({
  session: {
    phase: 'talking',
    job,
    stage: { name: 'greeting' },
    incoming: emptyReply,
    extensions: new Map(),
    secured: job.secured !== undefined,
    waiting: job.to,
    begun: 0,
    past: nothing,
    idleSince: undefined,
  },
  effects: [],
})

/** One step of a sending session. Never throws; emits `done` once, whatever the server does. */
export function stepClient(session: ClientSession, input: ClientInput): ClientTurn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      return takeBytes({ ...session, idleSince: undefined }, input.bytes)
    case 'secured':
      return secured(session)
    case 'closed':
      // As if 451 had been sent (§3.8).
      return lost(session, { outcome: 'deferred', reason: 'The server closed the connection' })
    case 'tick':
      return tick(session, input.now)
  }
}

function takeBytes(start: Talking, bytes: Uint8Array): ClientTurn {
  const effects: ClientEffect[] = []
  let session: ClientSession = start
  let from = 0
  while (from < bytes.length && session.phase === 'talking') {
    // Sent before TLS was up, to be taken for what was sent inside it (RFC 3207 §6).
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
  if (stage.name === 'securing' || stage.name === 'between') return { session, effects: [] }
  if (reply.code === 421) return lost(session, deferred(reply))
  return handlers[stage.name](session, stage, reply)
}

const takeNonsense = (session: Talking, line: string): ClientTurn =>
  session.stage.name === 'quit'
    ? hangUp([])
    : quit(session, {
        outcome: 'failed',
        reason: `The server sent what is no SMTP reply: ${line.slice(0, 80)}`,
      })

type Handler = (session: Talking, stage: Stage, reply: Reply) => ClientTurn

const handlers: Readonly<Record<Exclude<Stage['name'], 'quit' | 'securing' | 'between'>, Handler>> =
  {
    ...transactionHandlers,

    greeting(session, _, reply) {
      if (!isPositive(reply)) return quit(session, refusal(reply))
      const { helo } = session.job
      if (writable(helo)) return greet(session)
      return quit(session, { outcome: 'failed', reason: 'The name cannot stand in a command' })
    },

    ehlo(session, _, reply) {
      if (isPositive(reply)) return prepare({ ...session, extensions: readExtensions(reply) })
      // A server that knows no extensions knows HELO (§3.2).
      if (isPermanent(reply) && !needsEhlo(session))
        return send(session, { name: 'helo' }, `HELO ${session.job.helo}`)
      return quit(session, refusal(reply))
    },

    helo: (session, _, reply) =>
      isPositive(reply) ? beginMail(session) : quit(session, refusal(reply)),

    starttls(session, _, reply) {
      if (isPositive(reply)) return go(session, { name: 'securing' }, [{ type: 'startTls' }])
      return session.job.tls === 'required'
        ? quit(session, refusal(reply))
        : afterTls({ ...session, secured: false })
    },

    auth(session, stage, reply) {
      if (stage.name !== 'auth') return { session, effects: [] }
      if (isPositive(reply))
        return isProved(stage.step)
          ? beginMail(session)
          : quit(session, {
              outcome: 'failed',
              reason: 'The server has not shown that it knows the password',
            })
      if (reply.code !== 334) return quit(session, refusal(reply))
      const { line, step } = answerChallenge(stage.step, reply)
      return send(session, { name: 'auth', step }, line)
    },
  }

const greet = (session: Talking): ClientTurn =>
  send(
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
  if (session.extensions.has('STARTTLS')) return send(session, { name: 'starttls' }, 'STARTTLS')
  if (tls === 'opportunistic') return afterTls(session)
  const reason = 'The server does not offer STARTTLS, and the message may only travel encrypted'
  // RFC 8689 §4.2.1: a message that asks for TLS comes back with this.
  return session.job.requireTls
    ? quit(session, { outcome: 'failed', reason, status: '5.7.10' })
    : quit(session, { outcome: 'deferred', reason, status: '4.7.10' })
}

function afterTls(session: Talking): ClientTurn {
  const { login } = session.job
  if (!login) return beginMail(session)
  const begun = beginLogin(session.extensions, login)
  if (!begun)
    return quit(session, { outcome: 'failed', reason: 'The server offers no login that I know' })
  return send(session, { name: 'auth', step: begun.step }, begun.line)
}

/** Nothing that was sent before TLS counts: the client greets anew (RFC 3207 §4.2). */
const secured = (session: Talking): ClientTurn =>
  session.stage.name === 'securing'
    ? greet({ ...session, secured: true, incoming: emptyReply, idleSince: undefined })
    : { session, effects: [] }

function tick(session: Talking, now: number): ClientTurn {
  if (session.idleSince === undefined)
    return { session: { ...session, idleSince: now }, effects: [] }
  const limit = CLIENT_TIMEOUTS[timeouts[session.stage.name]]
  if (now - session.idleSince < limit) return { session, effects: [] }
  return lost(session, { outcome: 'deferred', reason: 'The server did not answer in time' })
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
  chunk: 'end',
  end: 'end',
  each: 'end',
  rest: 'end',
  between: 'command',
  rset: 'command',
  quit: 'command',
}
