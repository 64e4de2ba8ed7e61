import { words } from '#words/present'
import { mount, tick, unmount } from 'svelte'
import { readLink } from '../../lab/link/read-link.ts'
import { enterSlot } from '../desk/enter-slot.ts'
import { hall } from '../desk/hall.svelte.ts'
import type { SlotName } from '../desk/slots.svelte.ts'
import { savedOf } from '../links/linked-storage.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { presenting } from '../state/presenting.svelte.ts'
import { openStorage, type BrowserStorage } from '../state/storage.ts'
import { isAsked, noteInAddress } from './address.ts'
import { AsideWork, untouched } from './aside-work.ts'
import { HallNotes } from './hall-notes.svelte.ts'
import { actOf, isTakenBy, type PlainAct, type PresentAct } from './present-keys.ts'
import type { NotedView } from './present-view.ts'
import PresentBar from './PresentBar.svelte'
import { Replay } from './replay.svelte.ts'
import { scrollSeen } from './scroll-seen.ts'
import { Spotlight } from './spotlight.ts'
import './present.css'

/** Shows a lesson to a hall, by keys, by the bar, and from the window with the notes. */
export class Presenter implements NotedView {
  readonly work: LessonState
  replay: Replay | undefined = $state.raw()
  isLit = $state(false)
  isBlank = $state(false)
  readonly #own: (() => BrowserStorage) | undefined
  #aside: AsideWork | undefined
  #spotlight: Spotlight | undefined
  #notes: HallNotes | undefined
  #bar: ReturnType<typeof mount> | undefined

  /** @param own Where the learner's work is, if not in the browser's storage. */
  constructor(work: LessonState, own: (() => BrowserStorage) | undefined) {
    this.work = work
    this.#own = own
  }

  get slug(): string {
    return this.work.lesson.slug
  }

  get variant(): string | undefined {
    return this.work.variant
  }

  begin(): void {
    if (this.#aside) return
    const { work } = this
    const asked = isAsked()
    this.#aside = new AsideWork(work, this.#own ?? (() => localStorage), () => sessionStorage)
    addEventListener('keydown', this.#press)
    this.#bar = mount(PresentBar, {
      target: document.querySelector('.masthead .row') ?? document.body,
      props: { presenter: this },
    })
    this.#notes = new HallNotes(this)
    switchOf(true)
    blur()
    if (asked) void this.#openAfresh()
    else {
      noteInAddress(true)
      if (work.journal.length > 0) work.kept.write(work.saved)
    }
  }

  async end(): Promise<void> {
    const aside = this.#aside
    if (!aside) return
    this.#aside = undefined
    removeEventListener('keydown', this.#press)
    this.#endReplay()
    this.#light(false)
    this.#blank(false)
    this.#notes?.close()
    if (this.#bar) await unmount(this.#bar)
    switchOf(false)
    noteInAddress(false)
    hall.isCurtained = false
    await aside.bringBack()
    this.work.announcement = words.over
  }

  act(act: PresentAct): void {
    blur(act.do === 'show' ? act.slot : undefined)
    if (act.do !== 'show') return this.#acts[act.do]()
    this.#blank(false)
    if (hall.slots) hall.slots.tab = act.slot
    // What is seen has changed, and the light with it.
    if (this.isLit) void tick().then(() => this.#relight())
  }

  /** Shows a prepared state. @returns Why it cannot be shown, if so. */
  open(fragment: string): string | undefined {
    const read = readLink(fragment)
    const { work } = this
    if (!read.ok) return words.faults[read.fault]
    const { state } = read
    if (!('slug' in state) || state.slug !== work.lesson.slug) return words.isOther
    this.#endReplay()
    hall.isCurtained = false
    void work.import(savedOf(state)).then(() => (work.kept.undoable = undefined))
    return undefined
  }

  readonly #acts: Readonly<Record<PlainAct, () => void>> = {
    forward: () => this.#forward(),
    back: () => this.#back(),
    up: () => (this.#spotlight ? this.#spotlight.step(-1) : scrollSeen(-1)),
    down: () => (this.#spotlight ? this.#spotlight.step(1) : scrollSeen(1)),
    enter: () => this.#enter(),
    pause: () => this.replay?.togglePause(),
    spotlight: () => this.#light(!this.isLit),
    blank: () => this.#blank(!this.isBlank),
    replay: () => (this.replay ? this.#endReplay() : void this.#startReplay()),
    notes: () => this.#notes?.open(),
    leave: () => this.#leave(),
  }

  /** The next line of a session that is played again; else what a curtain hides, or the next step. */
  #forward(): void {
    if (this.replay) return this.replay.step()
    if (hall.isCurtained) hall.isCurtained = false
    else hall.steps?.next?.()
    this.#showStep()
  }

  #back(): void {
    if (this.replay) return
    hall.isCurtained = false
    hall.steps?.back?.()
    this.#showStep()
  }

  #showStep(): void {
    if (hall.steps) this.act({ do: 'show', slot: 'step' })
  }

  /** Puts the focus where one types, of what is shown. */
  #enter(): void {
    const { tab } = hall.slots ?? {}
    const slot = document.querySelector<HTMLElement>(`.desk > [data-slot="${tab}"]`)
    if (slot) enterSlot(slot)
  }

  /** Takes away what lies over the lesson first. */
  #leave(): void {
    if (this.isBlank) this.#blank(false)
    else if (this.isLit) this.#light(false)
    else if (this.replay) this.#endReplay()
    else presenting.toggle()
  }

  #light(isLit: boolean): void {
    this.isLit = isLit
    this.#relight()
  }

  #relight(): void {
    this.#spotlight?.end()
    this.#spotlight = this.isLit ? new Spotlight((lit) => (hall.lit = lit)) : undefined
  }

  #blank(isBlank: boolean): void {
    this.isBlank = isBlank
    hall.isBlank = isBlank
    document.documentElement.toggleAttribute('data-blank', isBlank)
  }

  /** Plays what was done on the page again, from the lesson's start. */
  async #startReplay(): Promise<void> {
    const { work } = this
    const { saved } = work
    if (saved.journal.length === 0) return void (work.announcement = words.nothingToReplay)
    const replay = new Replay(saved.journal, {
      apply: (input) => work.apply(input),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    this.replay = replay
    hall.isCurtained = false
    await work.import({
      ...untouched(saved),
      ...(saved.step !== undefined && { step: saved.step }),
    })
    work.kept.undoable = undefined
    this.act({ do: 'show', slot: 'doing' })
    await replay.play()
    if (this.replay === replay) this.replay = undefined
  }

  #endReplay(): void {
    this.replay?.end()
    this.replay = undefined
  }

  /** Asked for by the address: from the start, or from where this tab was when it was loaded again. */
  async #openAfresh(): Promise<void> {
    const { work } = this
    const kept = openStorage(() => sessionStorage).read(work.lesson.slug)
    // What a link brought is what is to be shown.
    if (this.#own || (kept.kind !== 'saved' && work.journal.length === 0)) return
    await work.import(kept.kind === 'saved' ? kept.saved : untouched(work.saved))
    work.kept.undoable = undefined
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTakenBy(event.target)) return
    const act = actOf(event)
    if (!act) return
    const isPressing =
      /^[ E]/.test(event.key) &&
      event.key !== 'Escape' &&
      event.target instanceof Element &&
      event.target.closest('button, summary, a')
    if (isPressing || (act.do === 'pause' && !this.replay)) return
    event.preventDefault()
    this.act(act)
  }
}

const switchOf = (isOn: boolean): void =>
  document.querySelector('#present button')?.setAttribute('aria-pressed', String(isOn))

/** The keys are the presenter's again; what goes out of sight loses the focus now, not when it is next drawn. */
function blur(shown?: SlotName): void {
  const at = document.activeElement
  if (!(at instanceof HTMLElement)) return
  const slot = at.closest<HTMLElement>('.desk > [data-slot]')?.dataset['slot']
  if (isTakenBy(at) || (shown && slot && slot !== shown)) at.blur()
}
