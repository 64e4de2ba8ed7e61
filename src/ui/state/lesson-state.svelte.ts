import type { Crypto } from '../../core/effects.ts'
import type { Evidence } from '../../lessons/evidence.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Lab, LabInput, LabOptions, Progress } from '../../lessons/lab.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import type { Greeting } from '../../shell/greeting.ts'
import type { SpokenLine } from '../../shell/shell.ts'
import type { Selection } from '../views/selection.ts'
import { announce } from './news.ts'
import { nothingDone, readSaved, sameWork, type Saved } from './saved.ts'
import type { Storage } from './storage.ts'
import { TerminalFeed } from './terminal-feed.svelte.ts'

/** What a lesson's state needs of the engines and of the browser; tests hand in their own. */
export interface LessonPorts {
  readonly storage: Storage
  /** What a terminal shows until somebody comes; without it the lab opens at once. */
  readonly greeting?: Greeting
  /** Fetches what a lab runs on. */
  loadEngines(): Promise<Engines>
  /** Loads the rules that judge zones, where the lesson has zones to edit. */
  loadLint(): Promise<ZoneJudges>
  /** Calls back soon, once for what happened until then: with the next frame. */
  soon(act: () => void): void
}

/** What the rules say of zones: faults, and what would be good to have beside. */
export interface ZoneJudges {
  lintZones(zones: readonly Zone[]): readonly Diagnostic[]
  adviseZones(zones: readonly Zone[]): readonly Diagnostic[]
}

export interface Engines {
  readonly webCrypto: Crypto
  openLab(lesson: Lesson, options: LabOptions): Promise<Lab>
  checkProgress(lesson: Lesson, evidence: Evidence): Progress
}

/** One lesson on a page: its lab, what it shows, and the learner's way through it. */
export class LessonState {
  readonly lesson: Lesson
  readonly feed = new TerminalFeed()
  /** `resting`: nothing was done yet, and nothing is shown that a lab would have to say. */
  phase = $state<'opening' | 'resting' | 'ready' | 'failed'>('opening')
  lab = $state.raw<Lab>()
  evidence = $state.raw<Evidence>()
  progress = $state.raw<Progress>()
  /** Of the zones that were judged: no faults. */
  advice = $state.raw<readonly Diagnostic[]>([])
  /** The zones as the learner left them; also before the lab has followed. */
  zoneTexts = $state.raw<Readonly<Record<string, string>>>({})
  /** The zone texts that the evidence is about. */
  judged = $state.raw<Readonly<Record<string, string>>>({})
  /** How many steps of the ladder are open. */
  hints = $state(0)
  /** What was just achieved, for those who listen. */
  news = $state('')
  trouble = $state<Storage['trouble']>()
  selection = $state.raw<Selection>()
  /** Rises with every change of the world; views of mutable parts read it. */
  moment = $state(0)
  /** Another tab's work on this lesson, where it is not the work of this tab: the learner chooses. */
  elsewhere = $state.raw<Saved>()
  /** What a reset or an import put aside, until the next change. */
  undoable = $state.raw<Saved>()

  readonly #ports: LessonPorts
  /** Changes with each lab that is opened: what an older one still says is not heard. */
  #opening = 0
  #changes = 0
  #gathering = false
  #asked = false
  /** What the lab that is being opened shall be; nothing of it may be lost meanwhile. */
  #restoring: Saved | undefined
  #unkept = false
  /** Characters typed in this lab: all, those that are kept, and those of the last frame. */
  #typed = { all: 0, kept: 0, seen: 0 }
  #waking: Promise<void> | undefined
  #engines: Engines | undefined
  #judges: ZoneJudges | undefined

  constructor(lesson: Lesson, ports: LessonPorts) {
    this.lesson = lesson
    this.#ports = ports
  }

  /**
   * Opens the lab as it was left. Where nothing was done yet and only a terminal waits, its engines
   * are not fetched before `wake`.
   */
  async start(): Promise<void> {
    const read = this.#ports.storage.read(this.lesson.slug)
    const saved = read.kind === 'saved' ? read.saved : nothingDone
    const aside = this.#ports.storage.aside(this.lesson.slug)
    if (aside && !sameWork(aside, saved)) this.elsewhere = aside
    const { greeting } = this.#ports
    if (greeting && !saved.journal.length && rests(this.lesson)) this.#rest(saved, greeting)
    else await (this.#waking = this.#wakeWith(saved))
  }

  /** Opens the lab if it rests: somebody is about to do something. */
  wake(): Promise<void> {
    return (this.#waking ??= this.#wakeWith(this.saved))
  }

  #rest(saved: Saved, greeting: Greeting): void {
    this.hints = saved.hints
    this.trouble = this.#ports.storage.trouble
    this.feed.write(greeting.screen)
    for (const line of greeting.lines) this.feed.say(line)
    this.phase = 'resting'
  }

  async #wakeWith(saved: Saved): Promise<void> {
    if (await this.#open(saved)) return
    // A journal that a changed lesson cannot play again: the zones at least are kept.
    if (saved.journal.length && (await this.#open({ ...saved, journal: [], hints: this.hints })))
      return
    this.phase = 'failed'
  }

  async #open(saved: Saved): Promise<boolean> {
    const mine = ++this.#opening
    this.#waking ??= Promise.resolve()
    this.#unkept = false
    this.#typed = { all: 0, kept: 0, seen: 0 }
    this.#restoring = saved
    this.hints = saved.hints
    this.phase = 'opening'
    this.feed.clear()
    const hear = <T>(act: (given: T) => void) => {
      return (given: T) => mine === this.#opening && act(given)
    }
    const { feed } = this
    try {
      const edits = this.lesson.world.zones.some(({ editable }) => editable)
      if (edits) this.#judges ??= await this.#ports.loadLint()
      const lint = this.#judges?.lintZones
      const engines = (this.#engines ??= await this.#ports.loadEngines())
      const lab = await engines.openLab(this.lesson, {
        crypto: engines.webCrypto,
        output: {
          get columns() {
            return feed.columns
          },
          write: hear((text: string) => feed.write(text)),
          say: hear((line: SpokenLine) => feed.say(line)),
        },
        journal: saved.journal,
        ...(lint && { lint }),
      })
      if (mine !== this.#opening) return true
      for (const [zone, text] of Object.entries(saved.zones))
        if (isEditable(this.lesson, zone) && lab.zoneTexts[zone] !== text)
          await lab.apply({ kind: 'edit', zone, text })
      this.lab = lab
      this.zoneTexts = lab.zoneTexts
      this.#restoring = undefined
      this.trouble = this.#ports.storage.trouble
      lab.world.subscribe(hear(() => this.#look()))
      this.phase = 'ready'
      this.#look()
      return true
    } catch (error) {
      console.error(error)
      return mine !== this.#opening
    }
  }

  /** Does one thing and keeps it. Resolves when the world has settled. */
  async apply(input: LabInput): Promise<void> {
    if (!this.lab) await this.wake()
    const lab = this.lab
    if (!lab) return
    this.undoable = undefined
    if (input.kind === 'edit') this.zoneTexts = { ...this.zoneTexts, [input.zone]: input.text }
    const settled = lab.apply(input)
    // An edit is kept as it is made; of keys there are many, they are kept with the next frame.
    if (input.kind === 'edit') this.#keep()
    else this.#unkept = true
    if (input.kind === 'type') this.#typed.all += input.data.length
    await settled
    if (lab === this.lab) this.#look()
  }

  type(data: string): Promise<void> {
    return this.apply({ kind: 'type', data })
  }

  edit(zone: string, text: string): Promise<void> {
    return text === this.zoneTexts[zone]
      ? Promise.resolve()
      : this.apply({ kind: 'edit', zone, text })
  }

  async send(mail: string): Promise<void> {
    this.selection = { kind: 'mail', id: mail }
    await this.apply({ kind: 'send', mail })
  }

  showHint(): void {
    this.hints = Math.min(this.hints + 1, this.lesson.ladder.length)
    this.#keep()
  }

  /** Puts everything back as it was at first; `undo` brings it back until the next change. */
  async reset(): Promise<void> {
    const before = this.saved
    await this.#open(nothingDone)
    this.#ports.storage.remove(this.lesson.slug)
    this.selection = undefined
    this.undoable = before
    this.news = 'The lesson is reset.'
  }

  /** Takes over exported work; `undo` brings back what stood here. */
  async adopt(saved: Saved): Promise<void> {
    const before = this.saved
    await this.#open(saved)
    this.#keep()
    this.undoable = before
    this.news = 'The file’s work is here.'
  }

  async undo(): Promise<void> {
    const before = this.undoable
    if (!before) return
    await this.adopt(before)
    this.undoable = undefined
    this.news = 'Your work is back.'
  }

  /**
   * Another tab kept its work on this lesson, and this tab's next change would write over it.
   * @param text As it was stored; null where that tab went back to the start.
   */
  hear(text: string | null): void {
    const read = readSaved(text)
    if (read.kind !== 'saved' && read.kind !== 'none') return
    const theirs = read.kind === 'saved' ? read.saved : nothingDone
    this.elsewhere = sameWork(theirs, this.saved) ? undefined : theirs
  }

  /** Shows the other tab's work here; `undo` brings back this tab's. */
  async takeOver(): Promise<void> {
    const theirs = this.#decide()
    if (theirs) await this.adopt(theirs)
    this.news = 'The other tab’s work is here.'
  }

  /** Goes on with this tab's work; `undo` brings the other tab's. */
  stay(): void {
    const theirs = this.#decide()
    this.#keep()
    this.undoable = theirs
    this.news = 'This tab’s work stays.'
  }

  #decide(): Saved | undefined {
    const theirs = this.elsewhere
    this.elsewhere = undefined
    this.#ports.storage.putAside(this.lesson.slug, undefined)
    return theirs
  }

  /** All of the learner's work, to be kept or exported. */
  get saved(): Saved {
    if (this.#restoring) return { ...this.#restoring, hints: this.hints }
    const goals = this.progress?.goals ?? []
    return {
      v: 1,
      journal: this.lab?.journal ?? [],
      zones: ownZones(this.lesson, this.zoneTexts),
      hints: this.hints,
      progress: {
        met: goals.filter(({ standing }) => standing.met).length,
        of: this.lesson.goals.length,
        done: this.progress?.done ?? false,
      },
    }
  }

  /** Keeps what was not kept yet: before the page goes. */
  flush(): void {
    if (this.#unkept) this.#keep()
  }

  /**
   * Keeping writes all of the journal again. While a long paste comes in, that is done as it grows
   * by a part of itself, and when no more comes: else a megabyte would be written a hundred times.
   */
  #keepFrame(): void {
    const { all, kept, seen } = this.#typed
    this.#typed.seen = all
    const comes = all > seen && all > LONG_WORK
    if (this.#unkept && comes && all - kept < kept / 2) this.#look()
    else this.flush()
  }

  #keep(): void {
    this.#unkept = false
    this.#typed.kept = this.#typed.all
    if (this.elsewhere) this.#ports.storage.putAside(this.lesson.slug, this.elsewhere)
    this.#ports.storage.write(this.lesson.slug, this.saved)
    this.trouble = this.#ports.storage.trouble
  }

  /** Looks at everything afresh with the next frame; what changes meanwhile is looked at again. */
  #look(): void {
    this.#changes++
    if (this.#asked) return
    this.#asked = true
    this.#ports.soon(() => {
      this.#asked = false
      this.moment++
      this.#keepFrame()
      void this.#gather()
    })
  }

  async #gather(): Promise<void> {
    const lab = this.lab
    if (!lab || this.#gathering) return
    this.#gathering = true
    const seen = this.#changes
    try {
      const evidence = await lab.gather()
      if (lab === this.lab && seen === this.#changes) this.#accept(evidence)
    } catch (error) {
      console.error(error)
    } finally {
      this.#gathering = false
    }
    if (lab !== this.lab || seen !== this.#changes) this.#look()
  }

  #accept(evidence: Evidence): void {
    const before = this.progress
    this.evidence = evidence
    if (this.judged !== this.zoneTexts)
      this.advice = this.#judges?.adviseZones(evidence.world.zones) ?? []
    this.judged = this.zoneTexts
    this.progress = this.#engines?.checkProgress(this.lesson, evidence)
    const news = this.progress && announce(before, this.progress)
    if (news) this.news = news
    if (before === undefined || news) this.#keepProgress()
  }

  /** A lesson that was only opened leaves nothing behind. */
  #keepProgress(): void {
    if (this.lab?.journal.length) this.#keep()
  }
}

/** Characters typed from which on keeping them takes a part of a frame. */
const LONG_WORK = 65_536

/** A terminal says nothing that its greeting does not; zones, senders and letters are judged at once. */
const rests = ({ panels }: Lesson): boolean =>
  panels.every((panel) => panel === 'terminal' || panel === 'mailbox')

const isEditable = (lesson: Lesson, zone: string): boolean =>
  lesson.world.zones.some(({ origin, editable }) => editable && origin === zone)

const ownZones = (lesson: Lesson, texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([zone]) => isEditable(lesson, zone)))
