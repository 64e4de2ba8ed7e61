import { faultAt } from '../policies/faults.ts'
import { reply, type Reply } from '../wire/reply.ts'
import {
  closed,
  toGreeted,
  toWaiting,
  type Chunk,
  type Data,
  type OneVerdict,
  type Recipient,
  type SmtpEnvelope,
  type SmtpSession,
  type Turn,
  type Verdict,
  type Waiting,
} from './session.ts'
import { endOfData, respond, hangUp, waiting, type Asked } from './respond.ts'

/**
 * Hands a message to the world, to be judged; faults that the host has there come first.
 * @param storable The message, where mailboxes can keep it as it is.
 */
export function deliver(session: Data | Chunk, message: Uint8Array, storable?: Uint8Array): Turn {
  const broken = faultAt(session, '.', '')
  const asked = session.phase === 'chunk' ? chunkAsked(session) : endOfData
  switch (broken?.kind) {
    case 'closing':
      return hangUp(session, 'closing')
    case 'drop':
      return { session: closed, effects: [{ type: 'close' }] }
    case 'refuse': {
      const sent = reply(broken.code, broken.enhanced, broken.text)
      return endWith(session, toGreeted(session, session.hello), asked, sent)
    }
    default:
      return {
        session: toWaiting(session),
        effects: [
          ...(broken ? waiting(broken.milliseconds) : []),
          {
            type: 'deliver',
            envelope: envelopeOf(session),
            message,
            ...(storable && { storable }),
          },
        ],
      }
  }
}

const chunkAsked = ({ chunk }: Pick<Chunk, 'chunk'>): Asked => ({
  verb: 'BDAT',
  argument: chunk.argument,
})

/** One answer to the message; in LMTP the same for each of its recipients (RFC 2033 §4.2). */
export const endWith = (
  { host, to }: Pick<Data | Chunk, 'host' | 'to'>,
  next: SmtpSession,
  asked: Asked,
  sent: Reply,
): Turn =>
  host.role === 'lmtp'
    ? respondAll(
        next,
        asked,
        to.map(() => sent),
      )
    : respond(next, asked, sent)

/** The answer to a message that was judged. */
export function answerVerdict(session: Waiting, verdict: Verdict): Turn {
  const refused = isRefused(verdict)
  const counters = refused ? session.counters : { ...session.counters, errors: 0, idle: 0 }
  const ready = toGreeted(heardOf(session), session.hello, counters)
  const asked = session.chunk ? chunkAsked({ chunk: session.chunk }) : endOfData
  if (session.host.role !== 'lmtp')
    return respond(ready, asked, verdictReply(session, onlyVerdict(verdict)))
  return respondAll(
    ready,
    asked,
    session.to.map((recipient, at) => recipientReply(session, recipient, verdictAt(verdict, at))),
  )
}

/** A client whose message was being judged has not been idle. */
const heardOf = (session: Waiting): Waiting =>
  session.clock.idleSince === undefined
    ? session
    : { ...session, clock: { ...session.clock, idleSince: undefined } }

const isRefused = (verdict: Verdict): boolean =>
  verdict.accepted === 'each'
    ? verdict.verdicts.every(({ accepted }) => !accepted)
    : !verdict.accepted

/** SMTP has one answer for all: the message is taken if it is for anybody. */
function onlyVerdict(verdict: Verdict): OneVerdict {
  if (verdict.accepted !== 'each') return verdict
  return verdict.verdicts.find(({ accepted }) => accepted) ?? verdict.verdicts[0] ?? unanswered
}

const verdictAt = (verdict: Verdict, at: number): OneVerdict =>
  verdict.accepted === 'each' ? (verdict.verdicts[at] ?? unanswered) : verdict

/** For a recipient that the world had no answer for. */
const unanswered: OneVerdict = {
  accepted: false,
  code: 451,
  enhanced: '4.3.0',
  text: 'Local error in processing',
}

function verdictReply({ host, personality, chunk, size }: Waiting, verdict: OneVerdict): Reply {
  const { replies } = personality
  if (!verdict.accepted) return reply(verdict.code, verdict.enhanced, verdict.text)
  const { queueId } = verdict
  return chunk
    ? replies.lastChunk({ queueId, size: chunk.size, total: size })
    : replies.queued({ queueId, host: host.name })
}

function recipientReply(
  { personality }: Waiting,
  { address }: Recipient,
  verdict: OneVerdict,
): Reply {
  const { replies } = personality
  if (verdict.accepted) return replies.saved({ address, queueId: verdict.queueId })
  return replies.notSaved({
    address,
    code: verdict.code,
    enhanced: verdict.enhanced,
    typed: verdict.text,
  })
}

/** Sends one reply after another, as answers to the same thing. */
function respondAll(next: SmtpSession, asked: Asked, sent: readonly Reply[]): Turn {
  let turn: Turn = { session: next, effects: [] }
  for (const one of sent) {
    if (turn.session.phase === 'closed') return turn
    const more = respond(turn.session, asked, one)
    turn = { session: more.session, effects: [...turn.effects, ...more.effects] }
  }
  return turn
}

const envelopeOf = ({ sender, to, hello, peer, user }: Data | Chunk): SmtpEnvelope => ({
  from: sender.from,
  to: to.map(({ address }) => address),
  recipients: to.map(({ parameters }) => parameters),
  helo: hello.name,
  ip: peer.address,
  parameters: sender.parameters,
  protocol: protocolName(hello.verb, sender.parameters.smtputf8, peer.tls, user),
  ...(user && { user: user.login }),
  ...(peer.tls && { tls: peer.tls }),
})

/** RFC 3848, RFC 6531 §4.3: `ESMTPSA`, `UTF8SMTPS`, `LMTP`. */
function protocolName(verb: string, utf8: boolean, tls: unknown, user: unknown): string {
  if (verb === 'HELO') return 'SMTP'
  const base = verb === 'LHLO' ? 'LMTP' : 'SMTP'
  const start = utf8 ? `UTF8${base}` : verb === 'LHLO' ? base : 'ESMTP'
  return `${start}${tls ? 'S' : ''}${user ? 'A' : ''}`
}
