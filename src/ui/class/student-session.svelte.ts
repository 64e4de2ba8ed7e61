import { isObject } from '../../core/text/is-object.ts'
import { readScreenMessage, readStudentView } from '../../lab/class/read-message.ts'
import type {
  ClassPlace,
  ScreenMessage,
  ScreenPosition,
  StudentMessage,
  StudentView,
} from '../../lab/class/protocol.ts'
import type { KeptStudent } from './kept-class.ts'
import type { ReportBody } from './report-of.ts'
import { RoomLine, type RoomPorts } from './room-line.ts'

/** `foreign`: the class speaks otherwise than this page. `gone`: the class knows this page no longer. */
export type Link = 'opening' | 'open' | 'lost' | 'over' | 'gone' | 'foreign'

/** What a session needs of its page. */
export interface StudentPorts extends RoomPorts {
  /** Goes to a place of the class; may leave the page. */
  goTo(place: ClassPlace): void
  /** Milliseconds since 1970. */
  now(): number
  store(kept: KeptStudent | undefined): void
}

/**
 * What a page is in its class. `works`: it reports, and goes where the class goes. `waits`: it goes along, and has
 * nothing to report. `stays`: it shows something else, and leads to the class when it is asked to.
 */
export type PageRole = 'works' | 'waits' | 'stays'

/** Milliseconds between two reports, and before a report that did not arrive is sent again. */
const GATHER = 250
const AGAIN = 2_500
/** Milliseconds between two signs that the page is there, by which both sides find a line that is dead. */
const BEAT = 20_000

/**
 * A student's page in its class: what the room says, and what the page reports. A report is all that the page
 * knows, so one that was lost is made good by the next, and the same may come twice.
 */
export class StudentSession {
  link = $state<Link>('opening')
  view = $state.raw<StudentView>()
  kept = $state.raw() as KeptStudent
  /** Whether what the page knows has arrived. */
  isKnown = $state(true)
  readonly #ports: StudentPorts
  readonly #role: PageRole
  #body: ReportBody | undefined
  #isSending = false
  #isWaiting = false
  readonly #line: RoomLine
  #onScreen: ((message: ScreenMessage) => void) | undefined

  constructor(kept: KeptStudent, ports: StudentPorts, role: PageRole) {
    this.kept = kept
    this.#ports = ports
    this.#role = role
    this.#line = new RoomLine(ports, 'events', {
      received: (value) => this.#receive(value),
      lost: () => (this.link = 'lost'),
      ended: (why) => this.#ended(why),
    })
  }

  /** Whether the class is somewhere else, and this page did not go there. */
  readonly isElsewhere = $derived((this.view?.place?.number ?? 0) > (this.kept?.went ?? 0))

  start(): void {
    this.#line.start()
    this.#ports.later(() => void this.#beat(), BEAT)
  }

  /**
   * Has the presenter's screen come, or no longer.
   * @param position How far the page has followed.
   */
  followScreen(position?: () => ScreenPosition, received?: (message: ScreenMessage) => void): void {
    if (position === undefined && this.#onScreen === undefined) return
    this.#onScreen = received
    this.#line.followScreen(position)
  }

  /** The page knows more than before. */
  report(body: ReportBody): void {
    if (this.#role !== 'works' || JSON.stringify(body) === JSON.stringify(this.#body)) return
    this.#body = body
    this.isKnown = false
    this.#soon(GATHER)
  }

  /** Remembers something for as long as the tab is there. */
  keep(change: Partial<KeptStudent>): void {
    this.kept = { ...this.kept, ...change }
    this.#ports.store(this.kept)
  }

  /** What is kept from now on. */
  forget(rest: KeptStudent): void {
    this.kept = rest
    this.#ports.store(rest)
  }

  /** @returns Whether it was taken. */
  async answer(question: number, choice: number): Promise<boolean> {
    return this.#say({ kind: 'answer', question, choice })
  }

  /** Works on alone, or comes back to where the class is. */
  async setMode(mode: StudentView['mode']): Promise<boolean> {
    if (!(await this.#say({ kind: 'mode', mode }))) return false
    if (mode === 'class') this.goToClass()
    return true
  }

  async backToClass(): Promise<void> {
    if (this.view?.mode === 'class') this.goToClass()
    else await this.setMode('class')
  }

  /** Goes where the class is. */
  goToClass(): void {
    const { place } = this.view ?? {}
    if (!place) return
    const { step: _, ...rest } = this.kept
    this.forget({
      ...{ ...rest, went: place.number },
      ...(place.step !== undefined && { step: place.step }),
    })
    this.#ports.goTo(place)
  }

  /** Ends it for this tab; the room forgets the student. */
  async leave(): Promise<void> {
    this.#line.end()
    this.link = 'gone'
    this.#ports.store(undefined)
    await this.#ports.post('say', { kind: 'leave' }).catch(() => undefined)
  }

  #receive(value: unknown): void {
    if (isObject(value) && value['kind'] === 'screen') return this.#receiveScreen(value)
    const view = readStudentView(value)
    if (typeof view === 'string') return this.#endForeign()
    const isGreeting = this.link !== 'open'
    this.link = 'open'
    this.#take(view)
    // What was sent while the line was down may not have arrived.
    if (isGreeting && this.#body) this.#soon(0)
    if (this.isElsewhere && view.mode === 'class' && this.#role !== 'stays') this.goToClass()
  }

  #receiveScreen(value: unknown): void {
    const message = readScreenMessage(value)
    if (typeof message === 'string') return this.#endForeign()
    this.#onScreen?.(message)
  }

  #endForeign(): void {
    this.link = 'foreign'
    this.#line.end()
  }

  #take(view: StudentView): void {
    // An answer may come after news that are newer.
    if (this.view && view.turn < this.view.turn) return
    this.view = view
    // Another tab may have reported in the same name.
    if (view.report > this.kept.report) this.keep({ report: view.report })
  }

  #ended(why: 'over' | 'gone'): void {
    this.link = why
    this.#ports.store(undefined)
  }

  async #beat(): Promise<void> {
    if (this.link === 'over' || this.link === 'gone' || this.link === 'foreign') return
    try {
      this.#takeAnswer((await this.#ports.get('me')).body)
      this.#line.again()
    } catch {
      this.#line.lose()
    }
    this.#ports.later(() => void this.#beat(), BEAT)
  }

  #soon(milliseconds: number): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    this.#ports.later(() => {
      this.#isWaiting = false
      void this.#send()
    }, milliseconds)
  }

  async #send(): Promise<void> {
    const body = this.#body
    if (!body || this.#isSending || this.link === 'gone' || this.link === 'over') return
    this.#isSending = true
    const number = Math.max(this.#ports.now(), this.kept.report + 1)
    this.keep({ report: number })
    const isTaken = await this.#say({ kind: 'report', number, ...body })
    this.#isSending = false
    if (!isTaken) return this.#soon(AGAIN)
    if (body === this.#body) this.isKnown = true
    else this.#soon(GATHER)
  }

  /** @returns Whether the room has taken it. */
  async #say(message: Exclude<StudentMessage, { kind: 'join' }>): Promise<boolean> {
    try {
      const { status, body } = await this.#ports.post('say', message)
      if (status === 200) this.#takeAnswer(body)
      return status === 200
    } catch {
      this.#line.lose()
      this.#ports.later(() => this.#line.again(), AGAIN)
      return false
    }
  }

  #takeAnswer(body: unknown): void {
    const view = readStudentView(body)
    if (typeof view !== 'string') this.#take(view)
  }
}
