import { concatBytes, latin1, utf8 } from '../../../core/bytes.ts'
import { firstFor, readLimits } from './limits.ts'
import { mailLine, missingFor, rcptLine, writable } from './commands.ts'
import type {
  ClientTurn,
  Progress,
  Refused,
  Result,
  Stage,
  Talking,
  Transaction,
} from './session.ts'
import { go, isPositive, quit, refusal, refusedBy, send } from './turn.ts'
import { CHUNK } from '../limits.ts'
import type { Reply } from '../wire/reply.ts'
import { stuffDots } from '../../shared/wire/dots.ts'

type Handler = (session: Talking, stage: Stage, reply: Reply) => ClientTurn

/** Begins to hand the message over, in as many transactions as the server's limits make of it. */
export function beginMail(session: Talking): ClientTurn {
  const { job, extensions } = session
  const missing = missingFor(job, extensions)
  if (missing) return quit(session, { outcome: 'failed', ...missing })
  if (job.message.length > readLimits(extensions).size)
    return quit(session, {
      outcome: 'failed',
      reason: 'The message is larger than the server takes',
      status: '5.3.4',
    })
  const waiting = job.to.filter(writable)
  const refused = job.to.filter((recipient) => !writable(recipient)).map(unwritable)
  return beginTransaction({ ...session, waiting, past: { accepted: [], refused } })
}

const unwritable = (recipient: string): Refused => ({
  recipient,
  code: 501,
  text: 'Not asked for: it cannot stand in a command',
})

function beginTransaction(session: Talking): ClientTurn {
  const { job, extensions, past, waiting, begun } = session
  const limits = readLimits(extensions)
  const asked = [...past.accepted, ...past.refused.map(({ recipient }) => recipient)]
  const to = begun < limits.transactions ? firstFor(limits, waiting, asked) : []
  if (!to.length)
    return quit({ ...session, stage: { name: 'between' } }, noRecipient(past, undefined))
  const taken = new Set(to)
  const next: Talking = {
    ...session,
    begun: begun + 1,
    waiting: waiting.filter((recipient) => !taken.has(recipient)),
  }
  const isAhead = job.pipelining !== 'off' && extensions.has('PIPELINING')
  const stage: Stage = {
    ...{ name: 'mail', to, accepted: [], refused: [] },
    order: isAhead ? 'ahead' : 'one-by-one',
  }
  return send(next, stage, isAhead ? group(next, to) : mailLine(job, extensions))
}

/** MAIL, each RCPT, and DATA as the last of the group (RFC 2920 §3.1). */
const group = ({ job, extensions }: Talking, to: readonly string[]): string =>
  [
    mailLine(job, extensions),
    ...to.map((recipient) => rcptLine(job, recipient, extensions)),
    ...(usesChunks(job, extensions) ? [] : ['DATA']),
  ].join('\r\n')

const usesChunks = (
  { transfer, body }: Talking['job'],
  extensions: Talking['extensions'],
): boolean => extensions.has('CHUNKING') && (transfer === 'chunks' || body === 'BINARYMIME')

/** What a client makes of each reply within a transaction. */
export const transactionHandlers = {
  mail: within((session, stage, reply) =>
    isPositive(reply) ? nextRecipient(session, stage) : fail(session, stage, refusal(reply)),
  ),

  rcpt: within((session, stage, reply) => {
    const recipient = stage.to[answered(stage)]!
    const accepted = isPositive(reply) ? [...stage.accepted, recipient] : stage.accepted
    const refused = isPositive(reply)
      ? stage.refused
      : [...stage.refused, refusedBy(recipient, reply)]
    return nextRecipient(session, { ...stage, accepted, refused }, reply)
  }),

  data: within((session, stage, reply) => {
    if (!isGoAhead(reply)) return endTransaction(session, stage, refusal(reply))
    const message = stuffDots(session.job.message)
    return go(session, { ...stage, name: 'end' }, [{ type: 'send', bytes: message }])
  }),

  chunk: within((session, stage, reply) => {
    if (stage.name !== 'chunk') return { session, effects: [] }
    const at = stage.at + 1
    if (!isPositive(reply)) return failChunk(session, stage, at, refusal(reply))
    return stage.order === 'ahead'
      ? go(session, chunkStage(session, stage, at), [])
      : sendChunks(session, stage, at, at + 1)
  }),

  end: within((session, stage, reply) => {
    if (session.job.protocol === 'lmtp')
      return nextAnswer(session, { ...transactionOf(stage), name: 'each', kept: [] }, reply)
    const result: Result = isPositive(reply) ? { outcome: 'sent', reply } : refusal(reply)
    return endTransaction(session, stage, result)
  }),

  each: within((session, stage, reply) =>
    stage.name === 'each' ? nextAnswer(session, stage, reply) : { session, effects: [] },
  ),

  /** All replies are read, or the next command would be taken for an answer to it (RFC 2920 §3.1). */
  rest: within((session, stage, reply) => {
    if (stage.name !== 'rest') return { session, effects: [] }
    // A server that accepts DATA for no recipient gets an empty message for none.
    if (isGoAhead(reply)) return go(session, stage, [{ type: 'send', bytes: latin1('.\r\n') }])
    if (stage.replies === 1) return endTransaction(session, stage, stage.result)
    return go(session, { ...stage, replies: stage.replies - 1 }, [])
  }),

  rset: (session, _, reply) =>
    isPositive(reply) ? beginTransaction(session) : quit(between(session), refusal(reply)),
} satisfies Record<string, Handler>

/** A handler of replies that only come within a transaction. */
function within(
  handle: (session: Talking, stage: Extract<Stage, Transaction>, reply: Reply) => ClientTurn,
): Handler {
  return (session, stage, reply) =>
    'to' in stage ? handle(session, stage, reply) : { session, effects: [] }
}

const isGoAhead = ({ code }: Reply): boolean => code >= 300 && code < 400

const answered = ({ accepted, refused }: Progress): number => accepted.length + refused.length

/** Only what every stage of a transaction has: one that took its name from an older one would ask for ever. */
const transactionOf = ({ to, accepted, refused, order: manner }: Transaction): Transaction => ({
  to,
  accepted,
  refused,
  order: manner,
})

/** Asks for the next recipient; after the last one, goes on with those that were accepted. */
function nextRecipient(session: Talking, stage: Transaction, last?: Reply): ClientTurn {
  const transaction = transactionOf(stage)
  const recipient = stage.to[answered(stage)]
  const isAhead = stage.order === 'ahead'
  if (recipient !== undefined) {
    const next: Stage = { ...transaction, name: 'rcpt' }
    const { job, extensions } = session
    return isAhead
      ? go(session, next, [])
      : send(session, next, rcptLine(job, recipient, extensions))
  }
  if (!stage.accepted.length) return fail(session, transaction, noRecipient(stage, last))
  if (usesChunks(session.job, session.extensions)) return beginChunks(session, transaction)
  const next: Stage = { ...transaction, name: 'data' }
  return isAhead ? go(session, next, []) : send(session, next, 'DATA')
}

/** Worth another try if one of the refusals was for now only; so is 552 here (RFC 5321 §4.5.3.1.10). */
function noRecipient({ refused }: Progress, reply: Reply | undefined): Result {
  const later = refused.some(({ code }) => code < 500 || code === 552)
  const given = reply ? { reply } : {}
  return { outcome: later ? 'deferred' : 'failed', reason: 'No recipient was accepted', ...given }
}

/** How many octets go into each chunk; an empty message is one empty chunk. */
function chunkCount({ job }: Talking): number {
  return Math.max(1, Math.ceil(job.message.length / (job.chunkSize ?? CHUNK)))
}

/** In LMTP the last chunk has several answers, so none is sent ahead of the one before. */
function beginChunks(session: Talking, stage: Transaction): ClientTurn {
  if (stage.order === 'ahead' && session.job.protocol !== 'lmtp')
    return sendChunks(session, stage, 0, chunkCount(session))
  return sendChunks(session, { ...stage, order: 'one-by-one' }, 0, 1)
}

/** Sends the chunks from one up to, not including, another (RFC 3030 §2). */
function sendChunks(session: Talking, stage: Transaction, from: number, to: number): ClientTurn {
  const { message, chunkSize = CHUNK } = session.job
  const count = chunkCount(session)
  const parts: Uint8Array[] = []
  for (let at = from; at < to; at++) {
    const octets = message.subarray(at * chunkSize, (at + 1) * chunkSize)
    parts.push(utf8(`BDAT ${octets.length}${at === count - 1 ? ' LAST' : ''}\r\n`), octets)
  }
  return go(session, chunkStage(session, stage, from), [
    { type: 'send', bytes: concatBytes(parts) },
  ])
}

const chunkStage = (session: Talking, stage: Transaction, at: number): Stage =>
  at === chunkCount(session) - 1
    ? { ...transactionOf(stage), name: 'end' }
    : { ...transactionOf(stage), name: 'chunk', at }

/** No chunk may follow one that was refused; those that went ahead have their answers (RFC 3030 §2). */
function failChunk(session: Talking, stage: Transaction, at: number, result: Result): ClientTurn {
  const replies = stage.order === 'ahead' ? chunkCount(session) - at : 0
  return rest(session, stage, replies, result)
}

/** MAIL or every RCPT was refused; the commands sent ahead of that have replies too. */
function fail(session: Talking, stage: Transaction, result: Result): ClientTurn {
  if (stage.order === 'one-by-one') return endTransaction(session, stage, result)
  const data = usesChunks(session.job, session.extensions) ? 0 : 1
  return rest(session, stage, stage.to.length - answered(stage) + data, result)
}

const rest = (session: Talking, stage: Transaction, replies: number, result: Result): ClientTurn =>
  replies > 0
    ? go(session, { ...transactionOf(stage), name: 'rest', replies, result }, [])
    : endTransaction(session, stage, result)

/** LMTP answers once for each recipient that was accepted, in their order (RFC 2033 §4.2). */
function nextAnswer(
  session: Talking,
  stage: Extract<Stage, { readonly name: 'each' }>,
  reply: Reply,
): ClientTurn {
  const [recipient = '', ...left] = stage.accepted
  const kept = isPositive(reply) ? [...stage.kept, recipient] : stage.kept
  const refused = isPositive(reply)
    ? stage.refused
    : [...stage.refused, refusedBy(recipient, reply)]
  if (left.length) return go(session, { ...stage, accepted: left, refused, kept }, [])
  const ended: Transaction = { ...transactionOf(stage), accepted: kept, refused }
  const result: Result = kept.length ? { outcome: 'sent', reply } : noRecipient(ended, reply)
  return endTransaction(session, ended, result)
}

/**
 * The transaction is over. Recipients that were too many for it, or that wait for their own, have
 * the next one (RFC 5321 §4.5.3.1.10); a refusal that concerns no single recipient ends the session.
 */
function endTransaction(session: Talking, stage: Transaction, result: Result): ClientTurn {
  const isSent = result.outcome === 'sent'
  if (!isSent && answered(stage) < stage.to.length) return quit(withStage(session, stage), result)
  if (!isSent && stage.accepted.length) return quit(withStage(session, stage), result)
  const again = isSent ? stage.refused.filter(isTooMany) : []
  const next: Talking = between({
    ...session,
    waiting: [...again.map(({ recipient }) => recipient), ...session.waiting],
    past: {
      accepted: [...session.past.accepted, ...stage.accepted],
      refused: [...session.past.refused, ...stage.refused.filter((one) => !again.includes(one))],
    },
  })
  const { transactions } = readLimits(session.extensions)
  if (!next.waiting.length || next.begun >= transactions) return quit(next, result)
  return isSent ? beginTransaction(next) : send(next, { name: 'rset' }, 'RSET')
}

const between = (session: Talking): Talking => ({ ...session, stage: { name: 'between' } })

const withStage = (session: Talking, stage: Transaction): Talking => ({
  ...session,
  stage: { ...transactionOf(stage), name: 'end' },
})

/** Not this recipient, but one more: 452, and 552 as it once was (RFC 5321 §4.5.3.1.10). */
const isTooMany = ({ code, enhanced }: Refused): boolean =>
  (code === 452 || code === 552) && (enhanced === undefined || /^[45]\.5\.3$/.test(enhanced))
