import { concatBytes } from '../../../core/bytes.ts'
import {
  clientLines,
  clientOctets,
  headerOf,
  serverLines,
  type Transcript,
  type TranscriptLine,
} from '../../testing/transcript.ts'
import {
  emptyMemory,
  openSession,
  step,
  type Effect,
  type SmtpSession,
  type Turn,
} from '../server/engine.ts'
import type { DeliverEffect } from '../server/session.ts'
import { foldCommandLists } from './command-lists.ts'
import { hostOf, peerOf, tlsUp, verdictOf } from './setting.ts'

/** A transcript as it came out, and the phase in which it ended. */
export interface Played {
  readonly transcript: Transcript
  readonly phase: SmtpSession['phase']
}

/** Noon of a day, where the remarks name no time. */
const NOON = Date.UTC(2026, 5, 1, 12)

/** Remarks that tell what the server did beside talking; they are written anew. */
const isNote = /^(?:wait|flush|tls)> /

/** Remarks that show the message or the envelope that was handed over last. */
const shown = /^(stored|envelope)> /

/**
 * Plays the client's lines of a transcript, those of one speaker after another in one piece, and
 * writes down what the server says. `$ sleep 300` lets seconds go by, `$ starttls` brings TLS up,
 * `$ reconnect` opens another session with the same host.
 */
export function play({ lines }: Transcript): Played {
  const header = headerOf({ lines })
  const host = hostOf(header)
  const memory = emptyMemory()
  const out: TranscriptLine[] = []
  const output: TranscriptLine[] = []
  let now = header.now === undefined ? NOON : Date.parse(header.now)
  let delivered: DeliverEffect | undefined
  let session: SmtpSession

  const take = (turn: Turn): void => {
    session = turn.session
    for (const effect of turn.effects) {
      output.push(...linesFor(effect))
      if (effect.type !== 'deliver') continue
      delivered = effect
      take(step(session, { type: 'verdict', ...verdictOf(header) }))
    }
  }
  const open = (): void => take(openSession(host, peerOf(header), { now, memory }))
  const flush = (): void => void out.push(...output.splice(0))
  const shell = (typed: string): void => {
    const sleep = /^sleep (\d+)$/.exec(typed)
    if (sleep) {
      take(step(session, { type: 'tick', now }))
      now += Number(sleep[1]) * 1000
      take(step(session, { type: 'tick', now }))
    }
    if (typed === 'starttls') take(step(session, { type: 'secured', tls: tlsUp }))
    if (typed === 'reconnect') open()
  }

  open()
  let sending: Uint8Array[] = []
  let spoke = false
  for (const [at, line] of lines.entries()) {
    const { who, text } = line
    const isRemark = who === 'remark'
    if (who === 'server' || (isRemark && isNote.test(text))) {
      // The first line of a row stands for all that was said.
      if (!spoke) flush()
      spoke = true
      continue
    }
    spoke = false
    if (who === 'client' || who === 'shell') flush()
    const show = isRemark && shown.exec(text)?.[1]
    if (show) {
      flush()
      if (lines[at - 1]?.text.startsWith(`${show}> `)) continue
      if (delivered) out.push(...showing(show, delivered))
      continue
    }
    out.push(line)
    if (who === 'shell') shell(text)
    if (who !== 'client') continue
    sending.push(clientOctets(text))
    if (lines[at + 1]?.who === 'client') continue
    take(step(session!, { type: 'bytes', bytes: concatBytes(sending) }))
    sending = []
  }
  flush()
  return { transcript: { lines: foldCommandLists(out) }, phase: session!.phase }
}

const remark = (text: string): TranscriptLine => ({ who: 'remark', text })

function linesFor(effect: Effect): TranscriptLine[] {
  switch (effect.type) {
    case 'send':
      return serverLines(effect.bytes)
    case 'wait':
      return [remark(`wait> ${effect.milliseconds / 1000} s`)]
    case 'flush':
      return [remark(`flush> ${effect.domain}`)]
    case 'startTls':
      return [remark('tls> begins')]
    default:
      return []
  }
}

const showing = (what: string, { envelope, message }: DeliverEffect): TranscriptLine[] =>
  what === 'stored'
    ? clientLines(message).map(({ text }) => remark(`stored> ${text}`))
    : [
        remark(`envelope> MAIL ${JSON.stringify({ from: envelope.from, ...envelope.parameters })}`),
        ...envelope.to.map((to, at) =>
          remark(`envelope> RCPT ${JSON.stringify({ to, ...envelope.recipients[at] })}`),
        ),
        remark(`envelope> with ${envelope.protocol}${envelope.user ? ` by ${envelope.user}` : ''}`),
      ]
