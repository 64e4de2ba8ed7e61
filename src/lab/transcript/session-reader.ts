import { cover, span, type Span } from '../../core/span.ts'
import type { Exchange, Follower, LineReading } from './exchange.ts'
import { explainLine } from './explain-line.ts'
import type { Oddity, TranscriptStep } from './played-transcript.ts'
import { isUnexpected } from './reply-codes.ts'
import type { Spoken } from './spoken.ts'
import { walkSession, type Walked } from './walk-session.ts'
import type { MoreText, WrittenLine } from './written-line.ts'

/** A line as it goes over the wire. */
export interface SaidLine extends MoreText {
  readonly who: 'client' | 'server'
  readonly reading: LineReading
  /** Whether it stands in the header of a message. */
  readonly isHeader: boolean
}

/**
 * Reads one connection: first all of its lines, then the session as a whole, since replies come later
 * than their commands; then what each line is.
 */
export class SessionReader {
  readonly spoken: Spoken
  private readonly follower: Follower
  private readonly afterGap = new Set<Exchange>()
  private readonly offered = new Set<string>()
  private isAfterGap = false
  private isHeader = true
  private walked: ReadonlyMap<Exchange, Walked> = new Map()
  /** The phase of the line that was explained last. */
  private phase: string

  constructor(spoken: Spoken) {
    this.spoken = spoken
    this.follower = spoken.follower()
    this.phase = spoken.states.first
  }

  /** Lines are missing here. */
  leaveOut(): void {
    this.isAfterGap = true
  }

  /** Reads a line with what goes on with it: one, or several of the wire. */
  take(who: 'client' | 'server', { text, span: whole, more }: WrittenLine): SaidLine[] {
    const said: SaidLine[] = []
    let open: MoreText = {
      text,
      span: more.length ? span(whole.from, whole.from + text.length) : whole,
    }
    for (const one of more) {
      if (this.follower.isOwnLine(who, open.text, one.text)) {
        said.push(this.say(who, open))
        open = one
      } else open = joined(open, one)
    }
    return [...said, this.say(who, open)]
  }

  /** All lines are there: goes through the session. */
  walk(): void {
    const { spoken, afterGap, offered } = this
    const { exchanges } = this.follower
    this.walked = walkSession({ spoken, exchanges, afterGap, offered })
  }

  /** What a line is. Lines are asked about in their order. */
  explain({ who, text, reading, isHeader }: SaidLine): Partial<TranscriptStep> {
    const { role, exchange } = reading
    const { states } = this.spoken
    const walked = exchange && this.walked.get(exchange)
    const isStart = role === 'command' || role === 'end'
    if (walked && who === 'client' && isStart) this.phase = walked.before
    if (walked && (role === 'reply' || role === 'greeting')) this.phase = walked.after
    const phase = states.phases[this.phase]
    const oddity = this.oddityOf(who, text, reading, walked)
    const explained = explainLine(this.spoken, role, text, exchange, isHeader)
    // Where no reply is shown, what the command leads to counts from the next line on.
    if (walked && isStart && !exchange.answer) this.phase = walked.after
    return {
      role,
      ...(phase && { phase: phase.name, station: phase.station }),
      ...explained,
      ...(oddity && { oddity }),
    }
  }

  private say(who: 'client' | 'server', { text, span }: MoreText): SaidLine {
    const before = this.follower.exchanges.length
    const reading = this.follower[who](text)
    if (this.isAfterGap && this.follower.exchanges.length > before) {
      this.afterGap.add(this.follower.exchanges.at(-1)!)
      this.isAfterGap = false
    }
    this.noteOffer(text, reading)
    const isBody = reading.role === 'message' || reading.role === 'data'
    if (!isBody) this.isHeader = true
    else if (text === '') this.isHeader = false
    return { who, text, span, reading, isHeader: this.isHeader }
  }

  /** An extension may bring a verb of its own. */
  private noteOffer(text: string, { exchange }: LineReading): void {
    if (exchange?.verb !== 'EHLO' && exchange?.verb !== 'LHLO') return
    const keyword = /^250[ -](\S+)/.exec(text)?.[1]
    if (keyword) this.offered.add(keyword.toUpperCase())
  }

  private oddityOf(
    who: 'client' | 'server',
    text: string,
    { role, exchange, oddity }: LineReading,
    walked: Walked | undefined,
  ): Oddity | undefined {
    const answer = { allowed: [], wasTaken: false }
    if (oddity) return { kind: oddity, ...answer }
    const code = exchange?.answer && 'code' in exchange.answer ? exchange.answer.code : undefined
    if (who === 'server' && role !== 'more' && code !== undefined)
      return isUnexpected(exchange!, code) ? { kind: 'other-code', ...answer } : undefined
    if (role !== 'command' || !walked?.oddity) return undefined
    const { problem, ...found } = walked.oddity
    const at = problem && this.within(text, exchange!, problem.span)
    return { ...found, ...(at && { at }) }
  }

  /** IMAP counts in the argument, the others in the line. */
  private within(text: string, { argument }: Exchange, { from, to }: Span): Span | undefined {
    const by = this.spoken.protocol === 'imap' ? text.length - argument.length : 0
    const start = Math.min(from + by, text.length - 1)
    // What is missing at the end is marked at what stands last.
    return start < 0 ? undefined : span(start, Math.min(Math.max(to + by, start + 1), text.length))
  }
}

const joined = (one: MoreText, other: MoreText): MoreText => ({
  text: `${one.text} ${other.text.trim()}`,
  span: cover(one.span, other.span),
})
