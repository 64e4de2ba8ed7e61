import type { Greeting, Lesson, Step, StepProgress } from '../../lab/types.ts'
import { editedBy, type LabInput } from '../../lab/lab.ts'
import { addToJournal } from '../../lab/journal.ts'
import { rests } from '../../lab/rests.ts'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { LabClient } from '../../lab/client.ts'
import type { OpenLine } from '../../lab/line.ts'
import type { FailedOutput, LabOutput } from '../../lab/protocol.ts'
import type { LinkedText } from '../../lab/link/link.ts'
import type { Ask } from '../../lab/questions/index.ts'
import type { Selection } from '../views/selection.ts'
import type { RestClock } from '../kit/rest.ts'
import { announcementOf, doneSteps } from './announcement.ts'
import { recordDone, recordOf, type DoneRecord } from './done-record.ts'
import { KeptWork } from './kept-work.svelte.ts'
import { LabView } from './lab-view.svelte.ts'
import type { LabTrouble } from './lab-trouble.ts'
import { PacedEdits } from './paced-edits.ts'
import { PacedSave } from './paced-save.ts'
import type { LessonPlays } from './lesson-plays.ts'
import { LessonSteps } from './lesson-steps.svelte.ts'
import { nothingDone, type Saved } from './saved.ts'
import type { WorkStorage } from './storage.ts'
import { TerminalFeed } from './terminal-feed.svelte.ts'
import { ZoneEdits } from './zone-edits.svelte.ts'

/** What a lesson's state needs of the place where labs run, and of the browser. */
export interface LessonPorts {
  readonly openLine: OpenLine
  readonly storage: WorkStorage
  /** The lesson in a world of the learner's own, where it may have one. */
  inOwnWorld?(lesson: Lesson, world: Saved['world']): Lesson
  /** What a terminal shows until its lab has opened; without it the lab opens at once. */
  readonly greeting?: Greeting
  /** Calls back soon, once for what happened until then: with the next frame. */
  soon(act: () => void): void
  /**
   * By this a text that is typed goes to the lab, and is stored, when the keys rest, and not at each of them. Who gives
   * it calls `flush` before the page is hidden or goes.
   */
  readonly pace?: RestClock
  /** The time of day, in milliseconds: when a lesson was done. */
  now(): number
}

/** A lab that breaks down this often does so each time that its journal is done again. */
const MAX_BREAKS = 3

/**
 * One lesson on a page: opens its lab, hands over what the learner does, and saves it. What each part
 * knows is in a class of its own: `feed` the terminal, `lab` what came out, `kept` the storage,
 * `LessonSteps` where the learner is, `LessonPlays` how work is begun over or fetched from elsewhere.
 */
export class LessonState {
  /** As its variant has it. */
  lesson = $state.raw() as Lesson
  /** What terminals show, by their numbers. */
  readonly #feeds: TerminalFeed[] = []
  readonly feed = this.feedOf()
  readonly lab = new LabView()
  readonly kept: KeptWork
  /** `resting`: nothing was done yet, and the lab is not opened before the first input. */
  phase = $state<'opening' | 'resting' | 'ready' | 'failed'>('opening')
  trouble = $state<LabTrouble>()
  /** All that was done, whether the lab has followed or not. */
  journal = $state.raw<readonly LabInput[]>([])
  /** The variant that is played. */
  variant = $state<string>()
  /** The number of the terminal that is in front. */
  #front = $state(1)
  /** Texts that a link brought, for the sandbox to take in. */
  brought: readonly LinkedText[] = []
  /** What was just achieved, for screen readers. */
  announcement = $state('')

  /** As the page carries it. */
  readonly #base: Lesson
  /** Of a variant, once what makes one has come. */
  #variantOf = (lesson: Lesson, _: string): Lesson => lesson
  readonly #client: LabClient
  readonly #steps: LessonSteps
  #plays: Promise<LessonPlays> | undefined
  /** Variants that were begun at some time, once the log of plays is there. */
  seenVariants: () => readonly string[] = () => []
  /** Whether the lab is remembering what stands. */
  #isChecking = $state(false)
  /** The last input of this lab. */
  #applied = $state(0)
  readonly #greeting: Greeting | undefined
  readonly #ports: LessonPorts
  readonly #saving: PacedSave
  readonly #typed: PacedEdits<LabInput & { kind: 'edit' }>
  readonly #zones: ZoneEdits
  /** What is being opened; what it does not say of progress is known once the lab has judged. */
  #opened: Saved = nothingDone
  /** When the lesson was done, and states that were saved; a fresh start leaves it as it is. */
  record: DoneRecord = {}
  /** Whether the record has what is done now. */
  #isRecorded = false
  #isAsked = false
  /** How often labs of this page broke down. */
  #breaks = 0
  #whenOpened: (() => void)[] = []

  constructor(lesson: Lesson, ports: LessonPorts) {
    this.#base = lesson
    this.lesson = lesson
    this.#ports = ports
    this.#greeting = ports.greeting
    this.kept = new KeptWork(lesson.slug, ports.storage)
    this.#steps = new LessonSteps({
      lesson: () => this.lesson,
      progress: () => this.lab.progress,
      save: () => this.#save(),
    })
    this.#client = new LabClient(ports.openLine, {
      received: (output) => this.#receive(output),
      broke: (reason) => this.#startAgain(reason),
    })
    this.#zones = new ZoneEdits(lesson)
    this.#saving = new PacedSave(
      (act) => ports.soon(act),
      () => this.kept.write(this.saved),
    )
    this.#typed = new PacedEdits((input) => this.apply(input), ports.pace)
  }

  /**
   * Opens the lab as it was left. Where nothing was done yet and only a terminal waits, it rests until
   * `wake`. Resolves when it has opened, or rests.
   */
  start(): Promise<void> {
    const saved = this.kept.read()
    this.record = recordOf(saved)
    if (saved.variant !== undefined) return this.#startVariant(saved)
    if (saved.edition !== this.#base.edition && saved.journal.length)
      return this.#startEdition(saved)
    if (!this.#greeting || saved.journal.length || !rests(this.lesson)) return this.#open(saved)
    this.#steps.open(saved)
    // It stays until the learner goes on, though the first line that is typed should finish it.
    this.#steps.stayAt(this.lesson.steps[0]?.id)
    this.#showGreeting(this.#greeting)
    this.phase = 'resting'
    return Promise.resolve()
  }

  /** Opens the lab if it rests: an input is about to come, or the page has nothing else to do. */
  wake(): Promise<void> {
    return this.#isAsked ? this.#opening() : this.#open(this.saved)
  }

  /** Fetches what the lab runs on, and what plays the lesson anew, before it is needed. */
  prepare(): void {
    if (!this.#isAsked) this.#client.prepare(this.lesson)
    void this.#loadPlays()
  }

  /** Applies one input and saves it, after an edit that waits. Resolves when the world has settled. */
  async apply(input: LabInput): Promise<void> {
    this.#typed.flush()
    if (!this.#isAsked) void this.wake()
    if (input.kind !== 'check') {
      this.kept.undoable = undefined
      // Who works on has read what became of the lab.
      this.trouble = undefined
    }
    this.journal = addToJournal(this.journal, input)
    if (input.kind === 'type' && this.phase !== 'ready')
      this.feedOf(input.terminal).echo(input.data)
    const { number, settled } = this.#client.apply(input)
    this.#applied = number
    this.#saving.changed(input.kind === 'type' ? input.data.length : 0)
    if (input.kind === 'edit') {
      this.#zones.edit(editedBy(input), input.text, number)
      this.#saving.now()
    } else this.#saving.later()
    await settled
  }

  type(data: string): Promise<void> {
    return this.apply({ kind: 'type', data })
  }

  /**
   * Edits a text, also at each key: what is typed without a rest reaches the lab as one edit.
   * @param key A zone's origin, or another document's file.
   */
  edit(key: string, text: string): Promise<void> {
    if (text === this.zoneTexts[key]) return Promise.resolve()
    const { waiting } = this.#typed
    if (waiting && editedBy(waiting) !== key) this.#typed.flush()
    const isZone = this.lesson.world.zones.some(({ origin }) => origin === key)
    const settled = this.#typed.take(
      isZone ? { kind: 'edit', zone: key, text } : { kind: 'edit', document: key, text },
    )
    // What waits is the next input of all.
    if (this.#typed.waiting) this.#zones.type(key, text, this.#applied + 1)
    return settled
  }

  async send(mail: string): Promise<void> {
    this.selection = { kind: 'mail', id: mail }
    await this.apply({ kind: 'send', mail })
  }

  /** What a terminal shows. @param terminal Its number; 1 if absent. */
  feedOf(terminal = 1): TerminalFeed {
    return (this.#feeds[terminal] ??= new TerminalFeed())
  }

  /** The number of the terminal that is in front: of several one is seen. */
  get front(): number {
    return this.#front
  }

  set front(terminal: number) {
    if (terminal === this.#front) return
    this.#front = terminal
    this.#save()
  }

  setColumns(columns: number): void {
    this.feed.columns = columns
    this.#client.setColumns(columns)
  }

  /** The zones and other documents as the learner left them; also before the lab has followed. */
  get zoneTexts(): ZoneEdits['texts'] {
    return this.#zones.texts
  }

  /** Whether what was found in a zone was found in its text as it stands. */
  isJudged(zone: string): boolean {
    return this.lab.judged >= this.#zones.lastEdit(zone)
  }

  /** Whether the lab has followed all that was done, and has judged what came of it. */
  get isSettled(): boolean {
    // While it rests nothing was done that could be judged.
    if (this.phase === 'resting') return true
    const last = Math.max(this.#applied, this.#zones.newestEdit)
    return this.phase === 'ready' && this.lab.judged >= last && !this.#isChecking
  }

  /** Asks the lab what takes an engine. Rejects where its code cannot be fetched. */
  readonly ask: Ask = (name, asked) => this.#client.ask(name, asked)

  /** Answers a card of a step: ids of choices or items, or keys of rows. */
  answer(card: string, answer: readonly string[]): Promise<void> {
    return this.apply({ kind: 'answer', card, answer: [...answer] })
  }

  /** The step that is shown; none in the sandbox. */
  get step(): Step | undefined {
    return this.#steps.shown
  }

  /** How many steps of its ladder are open, by the step's id. */
  get hints(): Saved['hints'] {
    return this.#steps.hints
  }

  /** The message that is looked at. */
  get selection(): Selection | undefined {
    return this.#steps.selection
  }

  set selection(chosen: Selection | undefined) {
    this.#steps.selection = chosen
  }

  goTo(step: string): void {
    this.#steps.goTo(step)
  }

  /** How a step stands; undefined before the first judgement. */
  progressOf(step: string): StepProgress | undefined {
    return this.#steps.progressOf(step)
  }

  /** Opens one more hint of the step that is shown. */
  showHint(): void {
    this.#steps.showHint()
  }

  /** Whether the last hint of a step was needed: then a variant shows that it can be done without. */
  get wantsVariant(): boolean {
    return this.#base.variants.length > 0 && this.#steps.wasShown
  }

  async playVariant(): Promise<void> {
    await (await this.#loadPlays()).playVariant()
  }

  async reset(): Promise<void> {
    this.selection = undefined
    await (await this.#loadPlays()).reset()
  }

  async review(): Promise<void> {
    await (await this.#loadPlays()).review()
  }

  async import(saved: Saved): Promise<void> {
    await (await this.#loadPlays()).import(saved)
  }

  async undo(): Promise<void> {
    await (await this.#loadPlays()).undo()
  }

  async useOtherTab(): Promise<void> {
    await (await this.#loadPlays()).useOtherTab()
  }

  async keepThisTab(): Promise<void> {
    ;(await this.#loadPlays()).keepThisTab()
  }

  /** Few pages need it, and none at its start. */
  #loadPlays(): Promise<LessonPlays> {
    this.#plays ??= Promise.all([
      fetchAgain(() => import('./lesson-plays.ts')),
      this.#loadVariants(),
    ]).then(
      ([{ LessonPlays }]) =>
        new LessonPlays({
          lesson: this.#base,
          seen: () => this.seenVariants(),
          fresh: () => this.#nothingDone,
          kept: this.kept,
          saved: () => this.saved,
          record: () => this.record,
          open: (saved) => this.#open(saved),
          save: () => this.#save(),
          announce: (sentence) => (this.announcement = sentence),
        }),
    )
    // What could not be fetched is asked for again the next time.
    this.#plays.catch(() => (this.#plays = undefined))
    return this.#plays
  }

  get #nothingDone(): Saved {
    return { ...nothingDone, edition: this.#base.edition, ...this.record }
  }

  /** The lesson that is played, in a world: its own where none is given. */
  lessonIn(world: Saved['world']): Lesson {
    const lesson =
      this.variant === undefined ? this.#base : this.#variantOf(this.#base, this.variant)
    return this.#ports.inOwnWorld?.(lesson, world) ?? lesson
  }

  /** All of the learner's work, to be stored or exported. */
  get saved(): Saved {
    // Until a lab is open, what came out is of the one before.
    const progress = this.phase === 'opening' ? undefined : this.lab.progress
    const of = this.lesson.steps.length
    return {
      ...{ v: 2, edition: this.#base.edition, journal: this.journal },
      zones: this.#zones.own(this.lesson),
      hints: this.hints,
      ...(this.variant !== undefined && { variant: this.variant }),
      ...(this.lesson.isOwn && { world: this.#opened.world! }),
      ...(this.#steps.id !== undefined && { step: this.#steps.id }),
      ...(this.#front > 1 && { terminal: this.#front }),
      progress: progress
        ? { met: doneSteps(progress), of, done: progress.done && !this.wantsVariant }
        : { ...this.#opened.progress, of },
      ...this.record,
    }
  }

  /** Hands on and saves what was not yet: before the page goes. */
  flush(): void {
    this.#typed.flush()
    this.#saving.flush()
  }

  /** Ends the lab: nothing of it goes on. */
  close(): void {
    this.#client.close()
  }

  /** Opens a lab in place of the one before; all that is asked for meanwhile is done in the new one. */
  #open(saved: Saved): Promise<void> {
    this.#isAsked = true
    this.#typed.drop()
    this.#saving.restart()
    this.#opened = saved
    this.record = { ...this.record, ...recordOf(saved) }
    this.#isRecorded = saved.progress.done
    this.#applied = 0
    this.variant = saved.variant
    this.#front = saved.terminal ?? 1
    this.lesson = this.lessonIn(saved.world)
    this.journal = saved.journal
    this.#steps.open(saved)
    this.trouble = undefined
    this.phase = 'opening'
    this.#zones.open(this.lesson, saved)
    this.#client.columns = this.feed.columns
    this.#client.open(this.lesson, saved)
    return this.#opening()
  }

  /** Resolves when the lab that is asked for has opened and judged what is there, or failed. */
  #opening(): Promise<void> {
    return this.phase === 'opening' || (this.phase === 'ready' && this.lab.judged < 0)
      ? new Promise((resolve) => this.#whenOpened.push(resolve))
      : Promise.resolve()
  }

  #showGreeting({ screen, lines, events = [], busy = false }: Greeting): void {
    this.lab.events = events
    this.lab.busy = busy
    this.feed.write(screen)
    for (const line of lines) this.feed.addLine(line)
  }

  #receive(output: LabOutput): void {
    if (output.kind === 'opened') this.#becameReady()
    else if (output.kind === 'failed') this.#failed(output)
    else if (output.kind === 'refused') this.#fail(output.reason)
    else if (output.kind === 'terminal') {
      const feed = this.feedOf(output.terminal)
      if (output.text) feed.write(output.text)
      for (const line of output.lines) feed.addLine(line)
    }
    const before = this.lab.progress
    this.lab.receive(output)
    if (output.kind === 'findings') this.#endOpening()
    if (output.kind !== 'progress') return
    if (output.progress.fresh) this.#check()
    // From here on it stays until the learner goes on, though the step be done.
    this.#steps.stayAt(output.progress.steps.find(({ done }) => !done)?.id)
    if (output.progress.done && !this.wantsVariant) this.#recordDone()
    const announcement = announcementOf(before, output.progress, this.step?.id)
    if (!before || announcement) this.#noticeProgress(announcement)
  }

  /** Done for the first time, or again after a fresh start. */
  #recordDone(): void {
    if (!this.#isRecorded || this.record.doneAt === undefined)
      this.record = recordDone(this.record, this.#ports.now())
    this.#isRecorded = true
  }

  /** Has the lab remember what stands: a step that was done once stays done. */
  #check(): void {
    if (this.#isChecking) return
    this.#isChecking = true
    void this.apply({ kind: 'check' }).finally(() => (this.#isChecking = false))
  }

  #becameReady(): void {
    this.lab.clear()
    this.#feeds.forEach((feed) => feed.clear())
    this.phase = 'ready'
  }

  /** Leaves the lab alone; what was done stays, and is kept. */
  #fail(reason: string): void {
    console.error(reason)
    this.phase = 'failed'
    this.#endOpening()
  }

  #endOpening(): void {
    const waiting = this.#whenOpened
    this.#whenOpened = []
    for (const resolve of waiting) resolve()
  }

  #failed({ cause, reason }: FailedOutput): void {
    if (cause === 'fault') this.#startAgain(reason)
    else if (cause === 'work' && (this.journal.length || this.lesson.isOwn)) this.#startAnew(reason)
    else this.#fail(reason)
  }

  /** What makes a variant is fetched first. */
  async #startVariant(saved: Saved): Promise<void> {
    await this.#loadVariants()
    return saved.edition === this.#base.edition ? this.#open(saved) : this.#startEdition(saved)
  }

  async #loadVariants(): Promise<void> {
    const { variantOf } = await fetchAgain(() => import('./variants.ts'))
    this.#variantOf = variantOf
  }

  /** Work of an earlier edition: its zones go on, and a copy of all is kept. */
  #startEdition(saved: Saved): Promise<void> {
    this.kept.setAside(saved)
    const opening = this.#open({ ...this.#nothingDone, zones: saved.zones })
    this.trouble = 'changed'
    return opening
  }

  /**
   * A journal that a changed lesson cannot do again, or a world of the learner's that cannot run: the zones
   * at least are kept, and a copy of all.
   */
  #startAnew(reason: string): void {
    console.error(reason)
    const { world: _, ...saved } = this.saved
    this.kept.setAside(this.saved)
    void this.#open({ ...saved, journal: [] })
    this.trouble = 'changed'
  }

  /** The host is gone: another one does again what was done. One that breaks each time is left alone. */
  #startAgain(reason: string): void {
    this.#breaks++
    if (this.#breaks > MAX_BREAKS) return this.#fail(reason)
    if (this.#breaks === MAX_BREAKS) return this.#startAnew(reason)
    console.error(reason)
    void this.#open(this.saved)
    this.trouble = 'replayed'
  }

  #save(): void {
    this.#saving.now()
  }

  #noticeProgress(announcement: string | undefined): void {
    if (announcement) this.announcement = announcement
    // A lesson that was only opened leaves nothing behind.
    if (this.journal.length) this.#save()
  }
}
