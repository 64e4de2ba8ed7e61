import { zoneProfiles } from '../../lint/zone-profiles.ts'
import type { Lab, LabInput } from '../../lab/lab.ts'
import { answerQuestion, type Ask } from '../../lab/questions/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Greeting } from '../../shell/greeting.ts'
import type { Selection } from '../views/selection.ts'
import { Judging, type ZoneTexts } from './judging.svelte.ts'
import { KeptWork } from './kept-work.svelte.ts'
import { isEditable, LabLoader, type LabPorts } from './lab-loader.ts'
import { SavePacing } from './save-pacing.ts'
import { nothingDone, type Saved } from './saved.ts'
import type { WorkStorage } from './storage.ts'
import { TerminalFeed } from './terminal-feed.svelte.ts'

/** What a lesson's state needs of the engines and of the browser; tests hand in their own. */
export interface LessonPorts extends LabPorts {
  readonly storage: WorkStorage
  /** What a terminal shows until its first key; without it the lab opens at once. */
  readonly greeting?: Greeting
  /** Calls back soon, once for what happened until then: with the next frame. */
  soon(act: () => void): void
}

/**
 * One lesson on a page: opens its lab, applies what the learner does, and saves it. What each part
 * knows is in a class of its own: `feed` the terminal, `judging` the goals, `kept` the storage.
 */
export class LessonState {
  readonly lesson: Lesson
  readonly feed = new TerminalFeed()
  readonly judging: Judging
  readonly kept: KeptWork
  /** `resting`: nothing was done yet, and the lab is not opened before the first input. */
  phase = $state<'opening' | 'resting' | 'ready' | 'failed'>('opening')
  lab = $state.raw<Lab>()
  /** The zones as the learner left them; also before the lab has followed. */
  zoneTexts = $state.raw<ZoneTexts>({})
  /** How many steps of the ladder are open. */
  hints = $state(0)
  /** What was just achieved, for screen readers. */
  announcement = $state('')
  selection = $state.raw<Selection>()

  readonly #loader: LabLoader
  readonly #greeting: Greeting | undefined
  #pacing = new SavePacing()
  /** What the lab that is being opened shall be; nothing of it may be lost meanwhile. */
  #restoring: Saved | undefined
  #opening: Promise<void> | undefined

  constructor(lesson: Lesson, ports: LessonPorts) {
    this.lesson = lesson
    this.#greeting = ports.greeting
    this.#loader = new LabLoader(lesson, ports)
    this.kept = new KeptWork(lesson.slug, ports.storage)
    this.judging = new Judging({
      zoneTexts: () => this.zoneTexts,
      soon: (act) => ports.soon(act),
      onFrame: () => this.#saveFrame(),
      onProgress: (announcement) => this.#noticeProgress(announcement),
    })
  }

  /**
   * Opens the lab as it was left. Where nothing was done yet and only a terminal waits, its engines
   * are not fetched before `wake`.
   */
  async start(): Promise<void> {
    const saved = this.kept.read()
    if (this.#greeting && !saved.journal.length && rests(this.lesson))
      this.#rest(saved, this.#greeting)
    else await (this.#opening = this.#openSaved(saved))
  }

  /** Opens the lab if it rests: an input is about to come. */
  wake(): Promise<void> {
    return (this.#opening ??= this.#openSaved(this.saved))
  }

  #rest(saved: Saved, greeting: Greeting): void {
    this.hints = saved.hints
    this.feed.write(greeting.screen)
    for (const line of greeting.lines) this.feed.addLine(line)
    this.phase = 'resting'
  }

  async #openSaved(saved: Saved): Promise<void> {
    if (await this.#open(saved)) return
    // A journal that a changed lesson cannot play again: the zones at least are kept.
    if (saved.journal.length && (await this.#open({ ...saved, journal: [], hints: this.hints })))
      return
    this.phase = 'failed'
  }

  async #open(saved: Saved): Promise<boolean> {
    this.#opening ??= Promise.resolve()
    this.#pacing = new SavePacing()
    this.#restoring = saved
    this.hints = saved.hints
    this.phase = 'opening'
    this.feed.clear()
    const opening = await this.#loader.open(saved, this.feed, () => this.judging.schedule())
    if (opening.kind !== 'opened') return opening.kind === 'superseded'
    const { lab, engines } = opening
    this.lab = lab
    this.zoneTexts = lab.zoneTexts
    this.#restoring = undefined
    this.phase = 'ready'
    this.judging.watch({
      lab,
      checkProgress: (evidence) => engines.checkProgress(this.lesson, evidence),
      adviseZones: (zones) =>
        this.#loader.rules?.lintZones(zones, zoneProfiles.simulatedAdvice) ?? [],
    })
    return true
  }

  /** Applies one input and saves it. Resolves when the world has settled. */
  async apply(input: LabInput): Promise<void> {
    if (!this.lab) await this.wake()
    const lab = this.lab
    if (!lab) return
    this.kept.undoable = undefined
    if (input.kind === 'edit') this.zoneTexts = { ...this.zoneTexts, [input.zone]: input.text }
    const settled = lab.apply(input)
    this.#pacing.changed(input.kind === 'type' ? input.data.length : 0)
    // An edit is saved as it is made; of keys there are many, they are saved with the next frame.
    if (input.kind === 'edit') this.#save()
    await settled
    if (lab === this.lab) this.judging.schedule()
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

  /** Asks the lab what takes an engine. Rejects where its code cannot be fetched. */
  readonly ask: Ask = (name, asked) => answerQuestion(name, asked, { world: this.lab?.world })

  showHint(): void {
    this.hints = Math.min(this.hints + 1, this.lesson.ladder.length)
    this.#save()
  }

  /** Puts everything back to the start; `undo` brings it back until the next change. */
  async reset(): Promise<void> {
    const before = this.saved
    await this.#open(nothingDone)
    this.kept.remove()
    this.selection = undefined
    this.kept.undoable = before
    this.announcement = 'The lesson is reset.'
  }

  /** Goes on with exported work; `undo` brings back this page's. */
  async import(saved: Saved): Promise<void> {
    const before = this.saved
    await this.#open(saved)
    this.#save()
    this.kept.undoable = before
    this.announcement = 'The file’s work is here.'
  }

  async undo(): Promise<void> {
    const before = this.kept.undoable
    if (!before) return
    await this.import(before)
    this.kept.undoable = undefined
    this.announcement = 'Your work is back.'
  }

  /** Goes on with the other tab's work; `undo` brings back this tab's. */
  async useOtherTab(): Promise<void> {
    const theirs = this.kept.closeChoice()
    if (theirs) await this.import(theirs)
    this.announcement = 'The other tab’s work is here.'
  }

  /** Goes on with this tab's work; `undo` brings the other tab's. */
  keepThisTab(): void {
    const theirs = this.kept.closeChoice()
    this.#save()
    this.kept.undoable = theirs
    this.announcement = 'This tab’s work stays.'
  }

  /** All of the learner's work, to be stored or exported. */
  get saved(): Saved {
    if (this.#restoring) return { ...this.#restoring, hints: this.hints }
    const { progress } = this.judging
    return {
      v: 1,
      journal: this.lab?.journal ?? [],
      zones: ownZones(this.lesson, this.zoneTexts),
      hints: this.hints,
      progress: {
        met: (progress?.goals ?? []).filter(({ status }) => status.met).length,
        of: this.lesson.goals.length,
        done: progress?.done ?? false,
      },
    }
  }

  /** Saves what was not saved yet: before the page goes. */
  flush(): void {
    if (this.#pacing.unsaved) this.#save()
  }

  #save(): void {
    this.#pacing.saved()
    this.kept.write(this.saved)
  }

  #saveFrame(): void {
    const next = this.#pacing.nextFrame()
    if (next === 'save') this.#save()
    else if (next === 'wait') this.judging.schedule()
  }

  #noticeProgress(announcement: string | undefined): void {
    if (announcement) this.announcement = announcement
    // A lesson that was only opened leaves nothing behind.
    if (this.lab?.journal.length) this.#save()
  }
}

/** A terminal shows nothing that its greeting does not; zones, senders and mails are judged at once. */
const rests = ({ panels }: Lesson): boolean =>
  panels.every((panel) => panel === 'terminal' || panel === 'mailbox')

const ownZones = (lesson: Lesson, texts: ZoneTexts): ZoneTexts =>
  Object.fromEntries(Object.entries(texts).filter(([zone]) => isEditable(lesson, zone)))
