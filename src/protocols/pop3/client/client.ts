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
      return isOk ? begin(session, wantedIn(reply, job)) : send(session, { name: 'list' }, 'LIST')
    case 'list':
      if (!isOk) return leave(session, reply)
      return begin(
        session,
        wantedIn(reply, {}).map(({ number }) => ({ number, id: '' })),
      )
    case 'retr':
      return isOk ? keep(session, stage, reply.body) : leave(session, reply, stage.fetched)
    case 'dele':
      return isOk ? fetchNext(session, stage) : leave(session, reply, stage.fetched)
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

function wantedIn({ body }: ClientReply, { known = [] }: Pick<FetchJob, 'known'>): Wanted[] {
  const have = new Set(known)
  return fromUtf8(body)
    .split('\r\n')
    .flatMap((line) => {
      const [, number, id] = /^(\d+) +(\S+)/.exec(line) ?? []
      return number === undefined || id === undefined || have.has(id) ? [] : [{ number, id }]
    })
}

const begin = (session: Talking, wanted: readonly Wanted[]): FetchTurn =>
  retrieve(session, { fetched: [], wanted })

function retrieve(session: Talking, progress: Progress): FetchTurn {
  const [next] = progress.wanted
  if (!next) return quit(session, { outcome: 'fetched', messages: progress.fetched })
  return send(session, { name: 'retr', ...progress }, `RETR ${next.number}`)
}

function keep(session: Talking, { fetched, wanted }: Progress, bytes: Uint8Array): FetchTurn {
  const { number, id } = wanted[0]!
  const progress = { fetched: [...fetched, { id, bytes }], wanted }
  return session.job.after === 'delete'
    ? send(session, { name: 'dele', ...progress }, `DELE ${number}`)
    : fetchNext(session, progress)
}

const fetchNext = (session: Talking, { fetched, wanted }: Progress): FetchTurn =>
  retrieve(session, { fetched, wanted: wanted.slice(1) })

const failure = (reason: string, messages: readonly Fetched[] = []): FetchEnd => ({
  outcome: 'failed',
  messages,
  reason,
})

/** QUIT still deletes messages that were fetched whole: the client has them. */
function leave(
  session: Talking,
  { text }: ClientReply,
  fetched: readonly Fetched[] = [],
): FetchTurn {
  const end = failure(`The server replied: ${text.slice(0, 200)}`, fetched)
  return quit(session, end)
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
