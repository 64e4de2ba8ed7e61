import type { FrameMessage, StepReport } from '../embed/protocol.ts'
import {
  addReport,
  nothingAttempted,
  openStep,
  playedAnew,
  withSent,
  type Attempt,
  type Sent,
} from '../learning/attempt.ts'
import type { LessonOutline } from '../learning/outline.ts'
import { outcomeOf, type Outcome } from '../learning/outcome.ts'
import { readKept, writeKept } from '../learning/suspend.ts'
import type { LearningWords } from '../learning/words.ts'
import { SessionOver, type Channel, type Opened, type Standpoint } from './channel.ts'

/** Sentences that a page shows; the same one is shown once. */
export type Notice = Extract<
  keyof LearningWords,
  | 'alone'
  | 'left'
  | 'looking'
  | 'lost'
  | 'back'
  | 'broken'
  | 'newer'
  | 'tooLong'
  | 'begunAnew'
  | 'frame'
>

/** What a session needs of its page. */
export interface SessionPorts {
  /** Milliseconds, from any beginning. */
  now(): number
  /** Calls back after a while. @returns A function that takes the wish back. */
  later(milliseconds: number, act: () => void): () => void
  /** Asks the frame how its lesson stands now; it answers with `stateIs`. */
  askState(): void
  show(view: SessionView): void
}

export interface SessionView {
  readonly outcome: Outcome
  readonly isRecorded: boolean
  readonly notices: readonly Notice[]
}

/** What the frame is opened with. */
export interface Beginning {
  readonly state?: string
  /** The step to begin with, where there is no state. */
  readonly start?: string
}

/** Milliseconds from something that counts to its record: the frame's own word of its state is awaited. */
const SOON = 800
/** From a change that does not count: typing alone. */
const SOME_TIME = 20_000

/** One visit to a lesson in a learning system: what came of the lesson is handed on, and what was kept comes back. */
export class LearningSession {
  readonly #outline: LessonOutline
  readonly #channel: Channel
  readonly #ports: SessionPorts
  readonly #ownMastery: number | undefined
  #opened: Opened | undefined
  #attempt: Attempt = nothingAttempted
  /** The lesson's state as the frame gave it last; undefined until something is done. */
  #state: string | undefined
  /** Whether what was kept may be written over. */
  #mayKeep = false
  #notices: readonly Notice[] = []
  #isRecorded = false
  #isOver = false
  #began = 0
  #unwish: (() => void) | undefined
  /** Which milliseconds the wish was for. */
  #wish = Infinity
  /** Steps of the play that is under way of which something is done. */
  readonly #touched = new Set<string>()

  constructor(
    about: { readonly outline: LessonOutline; readonly mastery?: number | undefined },
    channel: Channel,
    ports: SessionPorts,
  ) {
    this.#outline = about.outline
    this.#ownMastery = about.mastery
    this.#channel = channel
    this.#ports = ports
  }

  get outcome(): Outcome {
    return outcomeOf(this.#outline, this.#attempt, this.#opened?.mastery ?? this.#ownMastery)
  }

  /** Where the learner goes who leaves; undefined where the system has its own way out. */
  get returnTo(): string | undefined {
    return this.#opened?.returnTo
  }

  /** Opens the line to the learning system, and says how the lesson begins. Never rejects. */
  async begin(): Promise<Beginning> {
    this.#began = this.#ports.now()
    try {
      this.#opened = await this.#channel.open()
    } catch (error) {
      console.warn(error)
      this.#notice(error instanceof SessionOver ? 'left' : 'alone')
      return {}
    }
    const beginning = this.#takeUp(this.#opened.kept)
    if (this.#opened.mode === 'look') this.#notice('looking')
    // That the visit began is recorded; the lesson does not wait for it.
    else void this.#save()
    this.#show()
    return beginning
  }

  /** Something came from the frame. */
  received(message: FrameMessage): void {
    if (message.type === 'step') this.#stepIs(message.step)
    else if (message.type === 'state' || message.type === 'answer') this.stateIs(message.state)
  }

  stateIs(state: string): void {
    if (state === '' || state === this.#state) return
    this.#state = state
    this.#mayKeep = true
    this.#saveIn(SOME_TIME)
  }

  /** The frame did not come. */
  frameFailed(): void {
    this.#notice('frame')
  }

  /** The page is out of sight and may be ended without a word: what there is, is handed on. */
  hidden(): void {
    if (this.#isLive) void this.#save()
  }

  /** Ends the session. It does so once; what comes later is not recorded. */
  leave(): void {
    if (this.#isOver) return
    this.#unwish?.()
    this.#channel.leave(this.#standpoint())
    this.#isOver = true
  }

  /** The page came back after it had been left. */
  cameBack(): void {
    if (this.#isOver) this.#notice('left')
  }

  get #isLive(): boolean {
    return !this.#isOver && this.#opened?.mode === 'normal'
  }

  #takeUp(text: string): Beginning {
    const read = readKept(text)
    if (read.kind === 'none') {
      this.#mayKeep = true
      return {}
    }
    if (read.kind !== 'kept') {
      this.#notice(read.kind)
      return {}
    }
    const { attempt, state } = read.kept
    this.#attempt = attempt
    this.#mayKeep = true
    if (state !== undefined) {
      this.#state = state
      return { state }
    }
    const start = openStep(this.#outline, attempt)
    if (Object.keys(attempt.steps).length > 0) this.#notice('begunAnew')
    return start ? { start: start.id } : {}
  }

  #stepIs(report: StepReport): void {
    this.#noticePlay(report)
    const { attempt, isMore, answer, done } = addReport(this.#outline, this.#attempt, report)
    if (!isMore) return
    this.#attempt = attempt
    this.#mayKeep = true
    if (this.#isLive) {
      if (answer) this.#channel.answered(answer)
      if (done) this.#channel.stepDone(done)
    }
    this.#ports.askState()
    this.#saveIn(SOON)
    this.#show()
  }

  /** Where nothing of a play is done any more, it was begun anew. */
  #noticePlay({ id, done, met, question }: StepReport): void {
    if (done || met.length > 0 || question?.first) return void this.#touched.add(id)
    if (this.#touched.delete(id) && this.#touched.size === 0)
      this.#attempt = playedAnew(this.#attempt)
  }

  #saveIn(milliseconds: number): void {
    if (!this.#isLive) return
    const at = this.#ports.now() + milliseconds
    if (this.#unwish && this.#wish <= at) return
    this.#unwish?.()
    this.#wish = at
    this.#unwish = this.#ports.later(milliseconds, () => void this.#save())
  }

  async #save(): Promise<void> {
    this.#unwish?.()
    this.#unwish = undefined
    try {
      await this.#channel.save(this.#standpoint())
      if (this.#notices.includes('lost')) this.#replace('lost', 'back')
      this.#isRecorded = true
    } catch (error) {
      console.warn(error)
      this.#isRecorded = false
      this.#replace('back', 'lost')
      this.#saveIn(SOME_TIME)
    }
    this.#show()
  }

  /** What is reached and was never said: from here on it is the channel's to say. */
  #nowDue(): readonly Sent[] {
    const { isComplete, success } = this.outcome
    const reached: readonly Sent[] = [
      ...(isComplete ? (['completed'] as const) : []),
      ...(success === 'passed' ? (['passed'] as const) : []),
    ]
    const fresh = reached.filter((one) => !this.#attempt.sent.includes(one))
    for (const one of fresh) this.#attempt = withSent(this.#attempt, one)
    return fresh
  }

  #standpoint(): Standpoint {
    const due = this.#nowDue()
    const { text, whole } = writeKept(
      { attempt: this.#attempt, ...(this.#state !== undefined && { state: this.#state }) },
      this.#channel.room,
    )
    if (!whole) this.#notice('tooLong')
    return {
      ...{ outcome: this.outcome, due, sent: this.#attempt.sent },
      kept: this.#mayKeep ? text : undefined,
      location: (openStep(this.#outline, this.#attempt) ?? this.#outline.steps.at(-1))?.id ?? '',
      time: this.#ports.now() - this.#began,
    }
  }

  #notice(notice: Notice): void {
    if (this.#notices.includes(notice)) return
    this.#notices = [...this.#notices, notice]
    this.#show()
  }

  #replace(old: Notice, now: Notice): void {
    this.#notices = this.#notices.filter((one) => one !== old)
    this.#notice(now)
  }

  #show(): void {
    this.#ports.show({
      outcome: this.outcome,
      isRecorded: this.#isRecorded && this.#isLive,
      notices: this.#notices,
    })
  }
}
