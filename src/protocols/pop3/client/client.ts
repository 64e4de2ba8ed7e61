import { decodeBase64, encodeBase64 } from '../../../core/base64.ts'
import { fromUtf8, utf8 } from '../../../core/bytes.ts'
import { feed } from '../../shared/feed.ts'
import { idleSinceAt, isIdleFor } from '../../shared/idle.ts'
import type * as shared from '../../shared/turn.ts'
import { beginExchange, chooseMechanism, isProved, type ClientStep } from '../../sasl/sasl.ts'
import { readReply, emptyReply, type ClientReply } from './read-reply.ts'
import type {
  FetchEffect,
  FetchEnd,
  FetchInput,
  FetchJob,
  FetchSession,
  FetchTurn,
  Fetched,
  Progress,
  Stage,
  Talking,
  Wanted,
} from './session.ts'
import { CLIENT_TIMEOUT } from './limits.ts'
import { apopDigest, findTimestamp } from '../wire/timestamp.ts'

type Handled = shared.Handled<FetchSession, FetchEffect>

export type { FetchJob, FetchSession, FetchTurn } from './session.ts'

/** Opens a session that fetches a maildrop; it first waits for the greeting (RFC 1939 §4). */
export const openFetch = (job: FetchJob): FetchTurn => ({
  session: {
    phase: 'talking',
    job,
    stage: { name: 'greeting' },
    secured: job.tls === 'up' ? 'yes' : 'no',
    incoming: emptyReply,
    idleSince: undefined,
  },
  effects: [],
})

/** One step of a fetching session. Never throws; ends with one `done`, whatever the server does. */
export function stepFetch(session: FetchSession, input: FetchInput): FetchTurn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      return feed<FetchSession, FetchEffect>(
        { ...session, idleSince: undefined },
        input.bytes.slice(),
        handleOctets,
      )
    case 'secured':
      return session.stage.name === 'securing'
        ? send({ ...session, secured: 'yes' }, { name: 'capa' }, 'CAPA')
        : { session, effects: [] }
    case 'closed':
      return hangUp(session, 'The server closed the connection')
    case 'tick':
      return isIdleFor(session.idleSince, input.now, CLIENT_TIMEOUT)
        ? hangUp(session, 'The server sent nothing for too long')
        : {
            session: { ...session, idleSince: idleSinceAt(session.idleSince, input.now) },
            effects: [],
          }
  }
}

function handleOctets(session: Talking, bytes: Uint8Array, from: number): Handled {
  // Octets before TLS may be an attacker's (RFC 2595 §4).
  if (session.stage.name === 'securing') return { session, effects: [], next: bytes.length }
  const read = readReply(session.incoming, bytes, from, linesAfter(session.stage))
  switch (read.kind) {
    case 'partial':
      return { session: { ...session, incoming: read.reply }, effects: [], next: bytes.length }
    case 'reply':
      return {
        ...handleReply({ ...session, incoming: emptyReply }, read.reply),
        next: read.next,
      }
    case 'nonsense': {
      const reason = `The server sent what is no POP3 reply: ${read.why}`
      return { ...hangUp(session, reason), next: bytes.length }
    }
  }
}

const linesAfter = ({ name }: Stage): 'line' | 'lines' =>
  ['capa', 'uidl', 'list', 'retr'].includes(name) ? 'lines' : 'line'

function handleReply(session: Talking, reply: ClientReply): FetchTurn {
  const { stage, job } = session
  const isOk = reply.status === '+OK'
  switch (stage.name) {
    case 'greeting': {
      if (!isOk) return leave(session, reply)
      const timestamp = findTimestamp(reply.text)
      const greeted = timestamp === undefined ? session : { ...session, timestamp }
      return send(greeted, { name: 'capa' }, 'CAPA')
    }
    case 'capa':
      return chooseLogin(session, isOk ? fromUtf8(reply.body).split('\r\n') : [])
    case 'stls':
      return isOk
        ? { session: { ...session, stage: { name: 'securing' } }, effects: [{ type: 'startTls' }] }
        : leave(session, reply)
    case 'securing':
      return { session, effects: [] }
    case 'user':
      return isOk ? send(session, { name: 'login' }, `PASS ${job.password}`) : leave(session, reply)
    case 'sasl':
      return handleSasl(session, stage.step, stage.fresh, reply)
    case 'login':
      return isOk ? send(session, { name: 'uidl' }, 'UIDL') : leave(session, reply)
    case 'uidl':
      // UIDL is optional (RFC 1939 §7); without it nothing is known from earlier sessions.
      return isOk
        ? retrieve(session, { ...fresh, wanted: wantedIn(reply, job), old: oldIn(reply, job) })
        : send(session, { name: 'list' }, 'LIST')
    case 'list':
      if (!isOk) return leave(session, reply)
      return retrieve(session, {
        ...fresh,
        wanted: namesIn(reply).map(({ number }) => ({ number, id: '' })),
      })
    case 'retr':
      return isOk ? keep(session, stage, reply.body) : leave(session, reply, stage)
    case 'dele':
      return isOk ? fetchNext(session, withMarked(stage, 'wanted')) : leave(session, reply, stage)
    case 'clear':
      return isOk ? clear(session, dropFirst(stage)) : leave(session, reply, stage)
    case 'quit':
      return closeWith(stage.end, reply.status)
  }
}

/** Begins TLS if the job needs it, then the best login (RFC 2595 §2.3). */
function chooseLogin(session: Talking, capabilities: readonly string[]): FetchTurn {
  const { job, secured, timestamp } = session
  if (job.tls === 'needed' && secured === 'no')
    return capabilities.includes('STLS')
      ? send(session, { name: 'stls' }, 'STLS')
      : quit(session, failure('The server has no TLS to offer'))
  if (/[\r\n\0]/.test(job.login + job.password))
    return quit(session, failure('The login cannot stand in a command'))
  const announced = capabilities.find((line) => /^SASL /i.test(line))?.split(' ') ?? []
  const mechanism = chooseMechanism(announced.slice(1), {})
  if (job.how === 'best' && mechanism) return beginSasl(session, mechanism)
  if (job.how !== 'password' && timestamp !== undefined) {
    const digest = apopDigest(timestamp, job.password)
    return send(session, { name: 'login' }, `APOP ${job.login} ${digest}`)
  }
  if (job.how === 'apop') return quit(session, failure('The greeting has no timestamp for APOP'))
  return send(session, { name: 'user' }, `USER ${job.login}`)
}

function beginSasl(session: Talking, mechanism: string): FetchTurn {
  const step = beginExchange(mechanism, session.job)
  return send(session, { name: 'sasl', step, fresh: 'yes' }, `AUTH ${mechanism}`)
}

/** @param fresh Whether the first step of the client is still to be sent. */
function handleSasl(
  session: Talking,
  step: ClientStep,
  fresh: 'yes' | 'no',
  reply: ClientReply,
): FetchTurn {
  if (reply.status === '+OK')
    return isProved(step)
      ? send(session, { name: 'uidl' }, 'UIDL')
      : quit(session, failure('The server has not shown that it knows the password'))
  if (reply.status === '-ERR') return leave(session, reply)
  const challenge = decodeBase64(reply.text)
  if (!challenge.ok || step.kind === 'cancel') return cancel(session)
  const next = fresh === 'yes' && step.kind === 'respond' ? step : step.answer(challenge.bytes)
  if (next.kind !== 'respond') return cancel(session)
  return send(session, { name: 'sasl', step: next, fresh: 'no' }, encodeBase64(next.octets))
}

/** Sends a lone `*`; the reply is -ERR, which ends the login. */
const cancel = (session: Talking): FetchTurn =>
  send(session, { name: 'sasl', step: cancelled, fresh: 'no' }, '*')

const cancelled: ClientStep = { kind: 'cancel', explanation: 'The exchange is called off' }

const namesIn = ({ body }: ClientReply): Wanted[] =>
  fromUtf8(body)
    .split('\r\n')
    .flatMap((line) => {
      const [, number, id] = /^(\d+) +(\S+)/.exec(line) ?? []
      return number === undefined || id === undefined ? [] : [{ number, id }]
    })

function wantedIn(reply: ClientReply, { known = [] }: FetchJob): Wanted[] {
  const have = new Set(known)
  return namesIn(reply).filter(({ id }) => !have.has(id))
}

function oldIn(reply: ClientReply, { known = [], remove = [] }: FetchJob): Wanted[] {
  const have = new Set(known)
  const unwanted = new Set(remove.filter((id) => have.has(id)))
  return namesIn(reply).filter(({ id }) => unwanted.has(id))
}

const fresh: Progress = { fetched: [], wanted: [], old: [], marked: [] }

function retrieve(session: Talking, progress: Progress): FetchTurn {
  const [next] = progress.wanted
  return next
    ? send(session, { ...progress, name: 'retr' }, `RETR ${next.number}`)
    : clear(session, progress)
}

/** Once all that is new is there, what is old goes. */
function clear(session: Talking, progress: Progress): FetchTurn {
  const [next] = progress.old
  if (next) return send(session, { ...progress, name: 'clear' }, `DELE ${next.number}`)
  const { fetched: messages, marked: deleted } = progress
  return quit(session, { outcome: 'fetched', messages, deleted })
}

const withMarked = (progress: Progress, of: 'wanted' | 'old'): Progress => ({
  ...progress,
  marked: [...progress.marked, progress[of][0]!.id],
})

const dropFirst = (progress: Progress): Progress => ({
  ...withMarked(progress, 'old'),
  old: progress.old.slice(1),
})

function keep(session: Talking, before: Progress, bytes: Uint8Array): FetchTurn {
  const { number, id } = before.wanted[0]!
  const progress = { ...before, fetched: [...before.fetched, { id, bytes }] }
  return session.job.after === 'delete'
    ? send(session, { ...progress, name: 'dele' }, `DELE ${number}`)
    : fetchNext(session, progress)
}

const fetchNext = (session: Talking, progress: Progress): FetchTurn =>
  retrieve(session, { ...progress, wanted: progress.wanted.slice(1) })

const failure = (
  reason: string,
  messages: readonly Fetched[] = [],
  deleted: readonly string[] = [],
): FetchEnd => ({ outcome: 'failed', messages, deleted, reason })

/** QUIT still deletes messages that were fetched whole: the client has them. */
function leave(
  session: Talking,
  { text }: ClientReply,
  { fetched, marked }: Progress = fresh,
): FetchTurn {
  return quit(session, failure(`The server replied: ${text.slice(0, 200)}`, fetched, marked))
}

const quit = (session: Talking, end: FetchEnd): FetchTurn =>
  send(session, { name: 'quit', end }, 'QUIT')

/** Only a positive reply to QUIT confirms the deletions (RFC 1939 §6). */
const closeWith = (end: FetchEnd, status: ClientReply['status']): FetchTurn => ({
  session: { phase: 'closed' },
  effects: [
    {
      type: 'done',
      ...(status === '+OK' ? end : failure(end.reason ?? 'Not all was deleted', end.messages)),
    },
    { type: 'close' },
  ],
})

function hangUp({ stage }: Talking, reason: string): FetchTurn {
  const fetched = 'fetched' in stage ? stage.fetched : []
  const end =
    stage.name === 'quit'
      ? failure(stage.end.reason ?? reason, stage.end.messages)
      : failure(reason, fetched)
  return { session: { phase: 'closed' }, effects: [{ type: 'done', ...end }, { type: 'close' }] }
}

const send = (session: Talking, stage: Stage, line: string): FetchTurn => ({
  session: { ...session, stage },
  effects: [{ type: 'send', bytes: utf8(`${line}\r\n`) }],
})
