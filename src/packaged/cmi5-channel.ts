import { isObject } from '../core/text/is-object.ts'
import type { FirstAnswer } from '../learning/attempt.ts'
import { readLaunch, readLaunchData, type Launch } from '../learning/cmi5/launch.ts'
import {
  answerStatement,
  definedStatement,
  stepStatement,
  type Cmi5Statement,
  type Defined,
  type StatementBasis,
} from '../learning/cmi5/statements.ts'
import type { LessonOutline, StepOutline } from '../learning/outline.ts'
import { room } from '../learning/suspend.ts'
import { SessionOver, type Channel, type Opened, type Standpoint } from './channel.ts'
import { Lrs, PATIENCE } from './lrs.ts'

/** The document of ours beside that of the LMS. */
const STATE = 'helo-world'

/** Octets of a request that a browser finishes after its page has gone. */
const MOST_AT_END = 60_000

export interface Cmi5Ports {
  /** What the page was called with. */
  readonly query: ReadonlyMap<string, string>
  fetch(address: string, request: RequestInit): Promise<Response>
  now(): Date
  uuid(): string
}

/** A learning system that speaks cmi5: statements and documents of the Experience API. */
export class Cmi5Channel implements Channel {
  readonly room = room.cmi5
  readonly #about: { readonly outline: LessonOutline; readonly language: string }
  readonly #ports: Cmi5Ports
  #lrs: Lrs | undefined
  #basis: StatementBasis | undefined
  /** What is not on its way yet, in order. */
  #pending: readonly Cmi5Statement[] = []
  /** What was kept last. */
  #kept: string | undefined
  #last: Promise<unknown> = Promise.resolve()
  #isOver = false

  constructor(
    about: { readonly outline: LessonOutline; readonly language: string },
    ports: Cmi5Ports,
  ) {
    this.#about = about
    this.#ports = ports
  }

  async open(): Promise<Opened> {
    const launch = readLaunch(this.#ports.query)
    if (!launch) throw new Error('The page was not opened by an LMS: its address lacks a part.')
    const token = await this.#token(launch)
    const lrs = new Lrs(launch, token, (address, request) => this.#ports.fetch(address, request))
    const data = readLaunchData(await lrs.json('LMS.LaunchData'))
    if (!data) throw new Error('LMS.LaunchData has no context for statements.')
    // An LMS wants to be asked (11); a lesson has neither sound nor a second language in it.
    await lrs.preferences().catch(() => undefined)
    const kept = (await lrs.text(STATE)) ?? ''
    this.#lrs = lrs
    this.#basis = { launch, data, ...this.#about }
    this.#pending = [this.#made({ verb: 'initialized' })]
    await this.#flush()
    return {
      kept,
      mode: data.launchMode === 'Normal' ? 'normal' : 'look',
      ...(data.masteryScore !== undefined && { mastery: data.masteryScore }),
      ...(data.returnURL !== undefined && { returnTo: data.returnURL }),
    }
  }

  /** One after the other: an LMS may not get a later document before an earlier one. */
  save(now: Standpoint): Promise<void> {
    this.#addDue(now)
    const turn = this.#last.then(() => this.#save(now))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  answered(answer: FirstAnswer): void {
    if (this.#isNormal)
      this.#pending = [...this.#pending, answerStatement(this.#basis!, answer, this.#stamp())]
  }

  stepDone(step: StepOutline): void {
    if (this.#isNormal)
      this.#pending = [...this.#pending, stepStatement(this.#basis!, step, this.#stamp())]
  }

  leave(now: Standpoint): void {
    if (this.#isOver || !this.#lrs) return
    this.#addDue(now)
    this.#isOver = true
    const { outcome, kept, sent, time } = now
    // A score may still be reached in this session: that it was not is said at its end, and never once it was.
    const isFailed = this.#isNormalNow && outcome.success === 'failed' && !sent.includes('passed')
    const last = [
      ...this.#pending,
      ...(isFailed ? [this.#made({ verb: 'failed', time, outcome })] : []),
      this.#made({ verb: 'terminated', time }),
    ]
    this.#pending = []
    if (kept !== undefined && kept !== this.#kept && kept.length < MOST_AT_END && this.#isNormalNow)
      void this.#lrs.keep(STATE, kept, 'last').catch(console.warn)
    void this.#lrs.state(last, 'last').catch(console.warn)
  }

  async #save(now: Standpoint): Promise<void> {
    if (this.#isOver || !this.#lrs || !this.#isNormal) return
    await this.#flush()
    const { kept } = now
    if (kept === undefined || kept === this.#kept) return
    await this.#lrs.keep(STATE, kept)
    this.#kept = kept
  }

  #addDue({ due, outcome, time }: Standpoint): void {
    if (!this.#isNormal) return
    const said = due.map((verb): Cmi5Statement =>
      verb === 'passed'
        ? this.#made({ verb, time, outcome })
        : this.#made({ verb: 'completed', time }),
    )
    this.#pending = [...this.#pending, ...said]
  }

  /** What was not taken is sent again, as it was. */
  async #flush(): Promise<void> {
    const sending = this.#pending
    if (sending.length === 0) return
    this.#pending = []
    try {
      await this.#lrs!.state(sending)
    } catch (error) {
      this.#pending = [...sending, ...this.#pending]
      throw error
    }
  }

  get #isNormalNow(): boolean {
    return this.#basis?.data.launchMode === 'Normal'
  }

  get #isNormal(): boolean {
    return this.#isNormalNow && !this.#isOver
  }

  #made(said: Defined): Cmi5Statement {
    return definedStatement(this.#basis!, said, this.#stamp())
  }

  #stamp() {
    return { id: this.#ports.uuid(), at: this.#ports.now() }
  }

  /** The token is given once (8.2): a page that is loaded again is of a session that is over. */
  async #token({ fetch }: Launch): Promise<string> {
    const answer = await this.#ports.fetch(fetch, {
      ...{ method: 'POST', signal: AbortSignal.timeout(PATIENCE) },
    })
    const given: unknown = await answer.json()
    const token = isObject(given) ? given['auth-token'] : undefined
    if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token
    const isUsed = isObject(given) && String(given['error-code']) === '1'
    throw isUsed
      ? new SessionOver('The token was given before.')
      : new Error('The LMS gave no token.')
  }
}
