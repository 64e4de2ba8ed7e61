import { words } from '#words/embed'
import { words as linkWords } from '#words/links'
import {
  embedLimits,
  kindNames,
  type HostMessage,
  type KindName,
  type Verdict,
} from '../../embed/protocol.ts'
import type { Linked } from '../../lab/link/link.ts'
import type { LinkReading } from '../../lab/link/read-link.ts'
import type { Outgoing } from './host-line.ts'
import { kinds } from './kinds.ts'
import { readOptions } from './options.ts'
import type { Opening } from './plain-address.ts'
import type { Report, WidgetKind } from './widget.ts'

/** What the state of a frame needs of the browser. */
export interface EmbedPorts {
  post(message: Outgoing): void
  showLook(look: Opening['look']): void
  /** Reads and packs states; code that is fetched when there is one. */
  readLink(state: string): Promise<LinkReading>
  writeLink(linked: Linked): Promise<string>
  /** Fetches and starts the Worker. */
  prepare(): void
  /** Calls back once nothing came for a while. @returns A function that takes the wish back. */
  later(act: () => void): () => void
}

/** A widget that is shown: another one has another number. */
export interface Shown {
  readonly run: number
  readonly name: KindName
  readonly kind: WidgetKind
  readonly text: string
  readonly options: Readonly<Record<string, string>>
  readonly start: Linked | undefined
}

/** What the frame shows, and what it reports to the page around it. */
export class EmbedState {
  shown = $state.raw<Shown>()
  /** What is wrong with the element or with a message, a sentence each. */
  problems = $state.raw<readonly string[]>([])
  /** Where the link to the playground leads, from the site's root; empty while nothing was opened. */
  playground = $state('')
  readonly #ports: EmbedPorts
  #opening: Opening | undefined
  #run = 0
  #work: { readonly page: string; readonly linked: Linked } | undefined
  #state = ''
  #verdict = ''
  /** Whether each goal was met when it was last reported. */
  #goals: Readonly<Record<string, boolean>> = {}
  /** Each step as it was reported last, by its id. */
  #steps: Readonly<Record<string, string>> = {}
  #isComplete = false
  #unwish: () => void = () => undefined
  #packable = Promise.resolve()

  constructor(ports: EmbedPorts) {
    this.#ports = ports
  }

  /** Does what the page around asks for. */
  receive(message: HostMessage): void {
    switch (message.type) {
      case 'open':
        return void this.open(message)
      case 'look':
        return this.#ports.showLook(message.look)
      case 'reset':
        return this.reset()
      case 'getState':
        return void this.#answer(message.id)
      case 'setState':
        return void this.#goOn(message.id, message.state)
      default:
    }
  }

  async open(opening: Opening): Promise<void> {
    this.#opening = opening
    this.problems = []
    this.#ports.showLook(opening.look)
    const { state } = opening
    if (state === undefined || state === '') return this.#show(undefined)
    const run = ++this.#run
    const read = await this.#read(state)
    if (run !== this.#run) return
    this.#show(read.ok ? read.state : undefined)
    if (!read.ok) this.problem(read.reason)
  }

  reset(): void {
    this.problems = []
    if (this.#opening) this.#show(undefined)
  }

  problem(sentence: string): void {
    if (this.problems.includes(sentence) || this.problems.length > 9) return
    this.problems = [...this.problems, sentence]
    this.#ports.post({ type: 'problem', reason: sentence })
  }

  /** The widget of this run is drawn. */
  ready({ run, name }: Shown): void {
    if (run === this.#run) this.#ports.post({ type: 'ready', kind: name })
  }

  /** What a widget says; one that another has replaced says nothing any more. */
  reportOf({ run }: Shown): Report {
    const ifCurrent =
      <Given extends unknown[]>(act: (...given: Given) => void) =>
      (...given: Given) => {
        if (run === this.#run) act(...given)
      }
    return {
      verdict: ifCurrent((verdict) => this.#judged(verdict)),
      goal: ifCurrent((goal) => {
        if ((this.#goals[goal.id] ?? false) === goal.met) return
        this.#goals = { ...this.#goals, [goal.id]: goal.met }
        this.#ports.post({ type: 'goal', goal })
      }),
      step: ifCurrent((step) => {
        const report = JSON.stringify(step)
        if (this.#steps[step.id] === report) return
        this.#steps = { ...this.#steps, [step.id]: report }
        this.#ports.post({ type: 'step', step })
      }),
      complete: ifCurrent((record?: string) => {
        if (!this.#isComplete)
          this.#ports.post({ type: 'complete', ...(record !== undefined && { record }) })
        this.#isComplete = true
      }),
      work: ifCurrent((page, linked) => this.#worked(page, linked)),
      packAfter: ifCurrent((answered) => void (this.#packable = answered)),
      problem: ifCurrent((sentence) => this.problem(sentence)),
    }
  }

  /** The state as it stands, packed. */
  async pack(): Promise<string> {
    const work = this.#work
    if (!work) return ''
    const packed = await this.#ports.writeLink(work.linked)
    if (work === this.#work && work.page) this.playground = `${work.page}#${packed}`
    return packed
  }

  #show(start: Linked | undefined): void {
    const { kind: asked, text, options } = this.#opening!
    const run = ++this.#run
    this.#unwish()
    this.#packable = Promise.resolve()
    this.#work = undefined
    this.#state = ''
    this.#verdict = ''
    this.#goals = {}
    this.#steps = {}
    this.#isComplete = false
    const name = kindNames.find((one) => one === asked)
    const kind = name && kinds[name]
    if (!name || !kind) {
      this.shown = undefined
      return this.problem(words.unknownKind(asked.slice(0, 40), Object.keys(kinds).join(', ')))
    }
    if (kind.asks) this.#ports.prepare()
    const read = readOptions(kind, options)
    this.shown = { run, name, kind, options: read.options, start, text: this.#fitting(text) }
    for (const sentence of read.problems) this.problem(sentence)
  }

  #fitting(text: string): string {
    if (text.length <= embedLimits.text) return text
    this.problem(words.tooLong(embedLimits.text))
    return ''
  }

  #judged(verdict: Verdict): void {
    const report = JSON.stringify(verdict)
    if (report === this.#verdict) return
    this.#verdict = report
    this.#ports.post({ type: 'verdict', verdict })
  }

  #worked(page: string, linked: Linked): void {
    const isFirst = this.#work === undefined
    const work = (this.#work = { page, linked })
    this.#unwish()
    this.#unwish = this.#ports.later(async () => {
      await this.#packable
      // What was done since is reported in its place.
      if (work === this.#work) await this.#report(isFirst)
    })
  }

  /** What a widget begins with is no news, and still has its link. */
  async #report(isFirst: boolean): Promise<void> {
    const state = await this.pack()
    if (!isFirst && state !== this.#state) this.#ports.post({ type: 'state', state })
    this.#state = state
  }

  async #answer(id: number): Promise<void> {
    this.#ports.post({ type: 'answer', id, state: await this.pack() })
  }

  async #goOn(id: number, state: string): Promise<void> {
    if (state === '' && this.#opening) {
      this.reset()
      return this.#ports.post({ type: 'answer', id, state })
    }
    const read = await this.#read(state)
    if (!this.#opening || !read.ok) {
      const reason = read.ok ? words.notOpen : read.reason
      return this.#ports.post({ type: 'refused', id, reason })
    }
    this.problems = []
    this.#show(read.state)
    this.#ports.post({ type: 'answer', id, state })
  }

  async #read(
    state: string,
  ): Promise<
    { readonly ok: true; readonly state: Linked } | { readonly ok: false; readonly reason: string }
  > {
    try {
      const read = await this.#ports.readLink(state)
      return read.ok ? read : { ok: false, reason: linkWords.faults[read.fault] }
    } catch {
      return { ok: false, reason: words.notFetched }
    }
  }
}
