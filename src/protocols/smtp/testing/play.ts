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
import { hostOf, peerOf, tlsUp, verdictOf, type Header } from './setting.ts'

/** A transcript as it came out, and the phase in which it ended. */
export interface Played {
  readonly transcript: Transcript
  readonly phase: SmtpSession['phase']
}

/** Noon of a day, where the remarks name no time. */
const NOON = Date.UTC(2026, 5, 1, 12)

/** Remarks that show what the server did beside replying; they are written anew. */
const isNote = /^(?:wait|flush|tls)> /

/** Remarks that show the message or the envelope that was handed over last. */
const shown = /^(stored|envelope)> /

/**
 * Plays the client's lines of a transcript, those of one speaker after another in one piece, and
 * writes down what the server sends. `$ sleep 300` lets seconds go by, `$ starttls` brings TLS up,
 * `$ reconnect` opens another session with the same host.
 */
export const play = ({ lines }: Transcript): Played => new Player(lines).play()

class Player {
  private readonly header: Header
  private readonly memory = emptyMemory()
  private readonly out: TranscriptLine[] = []
  /** What the server sent and did since the last flush. */
  private readonly output: TranscriptLine[] = []
  private now: number
  private delivered: DeliverEffect | undefined
  private session!: SmtpSession
  private sending: Uint8Array[] = []
  /** Whether the line before stood for what the server sent. */
  private spoke = false

  private readonly lines: readonly TranscriptLine[]

  constructor(lines: readonly TranscriptLine[]) {
    this.lines = lines

    this.header = headerOf({ lines })
    this.now = this.header.now === undefined ? NOON : Date.parse(this.header.now)
    this.open()
  }

  play(): Played {
    for (const at of this.lines.keys()) this.line(at)
    this.flush()
    return { transcript: { lines: foldCommandLists(this.out) }, phase: this.session.phase }
  }

  private line(at: number): void {
    const line = this.lines[at]!
    const { who, text } = line
    const isRemark = who === 'remark'
    if (who === 'server' || (isRemark && isNote.test(text))) {
      // The first line of a row stands for all that was sent.
      if (!this.spoke) this.flush()
      this.spoke = true
      return
    }
    this.spoke = false
    const show = isRemark && shown.exec(text)?.[1]
    if (show || who === 'client' || who === 'shell') this.flush()
    if (show) {
      if (!this.lines[at - 1]?.text.startsWith(`${show}> `) && this.delivered)
        this.out.push(...showing(show, this.delivered))
      return
    }
    this.out.push(line)
    if (who === 'shell') this.act(text)
    if (who === 'client') this.send(text, this.lines[at + 1]?.who !== 'client')
  }

  private send(text: string, isLast: boolean): void {
    this.sending.push(clientOctets(text))
    if (!isLast) return
    this.take(step(this.session, { type: 'bytes', bytes: concatBytes(this.sending) }))
    this.sending = []
  }

  private act(typed: string): void {
    const sleep = /^sleep (\d+)$/.exec(typed)
    if (sleep) {
      this.take(step(this.session, { type: 'tick', now: this.now }))
      this.now += Number(sleep[1]) * 1000
      this.take(step(this.session, { type: 'tick', now: this.now }))
    }
    if (typed === 'starttls') this.take(step(this.session, { type: 'secured', tls: tlsUp }))
    if (typed === 'reconnect') this.open()
  }

  private open(): void {
    const { header, now, memory } = this
    this.take(openSession(hostOf(header), peerOf(header), { now, memory }))
  }

  private take(turn: Turn): void {
    this.session = turn.session
    for (const effect of turn.effects) {
      this.output.push(...linesFor(effect))
      if (effect.type !== 'deliver') continue
      this.delivered = effect
      this.take(step(this.session, { type: 'verdict', ...verdictOf(this.header) }))
    }
  }

  private flush(): void {
    this.out.push(...this.output.splice(0))
  }
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
