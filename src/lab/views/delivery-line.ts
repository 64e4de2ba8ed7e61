import { isSmtp, type SmtpCommand } from '../../world/answered-command.ts'
import type { EventOf } from '../../world/events/index.ts'
import { LineOctetsReader } from './delivery-octets.ts'
import type { EventStep, StoryStep } from './delivery-story.ts'

/** Where the steps of one message are collected. */
export interface OpenStory {
  readonly key: string
  readonly queueId?: string
  readonly steps: StoryStep[]
}

/** What a connection is asked about its stories. */
interface Stories {
  /** Begins the story of a message that a person sends over a connection; `ordinal` counts from 1. */
  begin(connection: number, ordinal: number): OpenStory
}

/**
 * One connection, and whose steps are made on it. A host sends one message a connection, so all of it
 * belongs to that message's story. A person may send several: each begins with its MAIL, and what was
 * said before the first belongs to each of them.
 */
export class DeliveryLine {
  readonly opened: EventOf<'opened'>
  readonly #stories: Stories
  readonly #octets = new LineOctetsReader()
  readonly #isReport: boolean
  /** What was said before a message. */
  readonly #preamble: StoryStep[]
  readonly #isHosts: boolean
  #story: OpenStory | undefined
  #ordinal = 0
  /** `taken`: the message went over the line, and waits for its reply. */
  #phase: 'before' | 'open' | 'taken' | 'over' = 'before'
  #isInData = false
  #isClosed = false
  /** The number of the last event with octets of the client. */
  #lastSent: number | undefined

  /** @param story Of a host's message; a person's stories begin with MAIL. */
  constructor(
    opened: EventOf<'opened'>,
    before: readonly StoryStep[],
    stories: Stories,
    { story, isReport }: { readonly story: OpenStory | undefined; readonly isReport: boolean },
  ) {
    this.opened = opened
    this.#stories = stories
    this.#story = story
    this.#isHosts = story !== undefined
    this.#isReport = isReport
    this.#preamble = [...before]
    this.event(opened)
  }

  /** The story that is under way, or the last one. */
  get story(): OpenStory | undefined {
    return this.#story
  }

  /** Whether the server has a message, and has not answered yet. */
  get isJudging(): boolean {
    return this.#phase === 'taken'
  }

  wire(event: EventOf<'wire'>): void {
    this.#octets.add(event)
    if (event.from === 'client') this.#lastSent = event.number
  }

  event(event: EventStep['event']): void {
    if (event.type === 'closed') this.#isClosed = true
    if (event.type === 'secured') this.#octets.forget()
    // What a server does with a message, it does when it has all of it.
    const decides = event.type !== 'opened' && event.type !== 'secured' && event.type !== 'closed'
    if (decides && this.#sendsMessage) this.#takeMessage(event.at, false)
    this.#push({ kind: 'event', event, isReport: this.#isReport })
  }

  command(event: EventOf<'command'>): void {
    if (!isSmtp(event)) return
    const { verb } = event
    const ends = endsData(event)
    if (ends) this.#takeMessage(event.at, false)
    if (verb === 'MAIL' && !this.#isHosts && (this.#phase === 'before' || this.#phase === 'over'))
      this.#begin()
    const step = {
      ...({ kind: 'command', at: event.at, command: event, isReport: this.#isReport } as const),
      octets: this.#octets.take(event),
    }
    this.#push(step)
    this.#isInData = verb === 'DATA' && event.code < 400
    if (this.#phase === 'before') return
    if (ends || verb === 'RSET' || verb === 'EHLO' || verb === 'HELO') this.#phase = 'over'
    else if (this.#phase === 'taken') this.#phase = 'open'
  }

  /** The log ends here: a message that is being written shows, and a connection without one. */
  end(now: number): void {
    if (this.#isInData && this.#octets.pending.length > 0) this.#takeMessage(now, true)
    if (!this.#story && !this.#isClosed) {
      const hasCommands = this.#preamble.some((step) => step.kind === 'command')
      if (hasCommands) this.#begin()
    }
  }

  #begin(): void {
    this.#story = this.#stories.begin(this.opened.connection, ++this.#ordinal)
    this.#story.steps.push(...this.#preamble)
    this.#phase = 'open'
  }

  #push(step: StoryStep): void {
    if (!this.#isHosts && isPreamble(step, this.#phase)) this.#preamble.push(step)
    else if (this.#story) this.#story.steps.push(step)
  }

  /** Whether what was sent last is a message, and not commands in one go that wait for a decision. */
  get #sendsMessage(): boolean {
    return this.#isInData || isChunk(this.#octets.pending)
  }

  #takeMessage(at: number, isOpen: boolean): void {
    const canCome = this.#phase === 'open' || (this.#isHosts && this.#phase === 'before')
    if (!canCome || !this.#story) return
    this.#phase = 'taken'
    const octets = this.#octets.pending
    if (octets.length === 0) return
    this.#story.steps.push({
      ...{ kind: 'message', at, connection: this.opened.connection, octets, isOpen },
      number: this.#lastSent,
      ...{ isSealed: this.#octets.isSealed, isReport: this.#isReport },
    })
  }
}

/** Whether the octets begin with `BDAT`, in any case (RFC 3030 §2). */
const isChunk = (octets: Uint8Array): boolean =>
  /^bdat /i.test(String.fromCharCode(...octets.subarray(0, 5)))

/** What a connection begins with belongs to each of its messages, also where it comes between two. */
const isPreamble = (step: StoryStep, phase: string): boolean =>
  phase === 'before' || (phase === 'over' && beginsAnew(step))

const beginsAnew = (step: StoryStep): boolean =>
  step.kind === 'command'
    ? ['EHLO', 'HELO', 'STARTTLS', 'AUTH'].includes(step.command.verb)
    : step.kind === 'event' && step.event.type === 'secured'

/** Whether a message ends with this command: the line with the dot, or the last chunk (RFC 3030 §2). */
export const endsData = ({ verb, argument }: Pick<SmtpCommand, 'verb' | 'argument'>): boolean =>
  verb === '.' || (verb === 'BDAT' && /\bLAST$/i.test(argument.trim()))
