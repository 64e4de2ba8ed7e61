import { isObject } from '../../../core/text/is-object.ts'
import type { LabInput } from '../../../lab/lab.ts'
import {
  inputHolds,
  isTrack,
  trackLimits,
  type InputTime,
  type Paste,
  type PlayTrack,
} from '../../../lab/record/track.ts'
import type { LessonState } from '../lesson-state.svelte.ts'
import { keyOf, type BrowserStorage } from '../storage.ts'

export interface TrackPorts {
  readonly storage: () => BrowserStorage
  /** In milliseconds. */
  readonly now: () => number
  /** Whether the page shows what is not its learner's. */
  readonly isHeld?: () => boolean
}

/** What is watched of a lesson. */
export type Tracked = Pick<
  LessonState,
  'lesson' | 'lab' | 'phase' | 'variant' | 'journal' | 'hints'
>

export const trackKeyOf = (slug: string): string => `${keyOf(slug)}/track`

/** Pastes that may wait for their input: a form is filled in before it becomes one. */
const MOST_WAITING = 10

type Noted = Pick<PlayTrack, 'began' | 'times' | 'pastes'>

/**
 * Notes beside the journal when its inputs were made, and what was pasted into them. It watches from the
 * outside and comes late: what was made before it was there has no time.
 */
export class TrackWatch {
  readonly #work: Tracked
  readonly #ports: TrackPorts
  #began: number
  #times: InputTime[] = []
  #pastes: Paste[] = []
  #variant: string | undefined
  /** The first and the last input, as they were when it looked last. */
  #first: LabInput | undefined
  #last: LabInput | undefined
  /** What was pasted, and is in no input yet. */
  #waiting: { readonly at: number; readonly text: string }[] = []
  #isOpen = false
  #isStored = true

  constructor(work: Tracked, ports: TrackPorts) {
    this.#work = work
    this.#ports = ports
    this.#began = ports.now()
  }

  /** Looks at what may have changed. */
  notice(): void {
    const { journal, variant, phase } = this.#work
    // Until a lab has opened, the journal may be of the one before.
    if (phase === 'opening' || this.#ports.isHeld?.()) return
    if (!this.#isOpen) this.#open()
    if (this.#isOther(journal, variant)) this.#restart(journal, variant)
    else if (journal.length > this.#times.length || journal.at(-1) !== this.#last)
      this.#follow(journal)
    this.#first = journal[0]
    this.#last = journal.at(-1)
  }

  /** Something was pasted or dropped into the desk. */
  pasted(text: string): void {
    if (text.trim() === '') return
    this.#waiting = [...this.#waiting, { at: this.#now(), text }].slice(-MOST_WAITING)
  }

  /** What is known of the play as it stands. @param mistakes How often each was made, by its hint. */
  track(mistakes: PlayTrack['mistakes'] = {}): PlayTrack {
    this.notice()
    const { hints, lab } = this.#work
    const done = lab.progress?.steps.flatMap((step) => (step.done ? [step.id] : [])) ?? []
    return { ...this.#noted, hints: { ...hints }, mistakes: { ...mistakes }, done }
  }

  /** Stores what was noted since it was stored last; where there is no room, it is lost with the page. */
  store(): void {
    if (this.#isStored) return
    this.#isStored = true
    try {
      const text = JSON.stringify({ v: 1, variant: this.#variant, ...this.#noted })
      this.#ports.storage().setItem(trackKeyOf(this.#work.lesson.slug), text)
    } catch {
      // The work itself says that nothing is kept.
    }
  }

  get #noted(): Noted {
    return {
      began: new Date(this.#began).toISOString(),
      times: [...this.#times],
      pastes: [...this.#pastes],
    }
  }

  /** Goes on with what an earlier page noted. */
  #open(): void {
    this.#isOpen = true
    const { journal, variant, lesson } = this.#work
    const kept = readKept(this.#ports.storage, lesson.slug)
    if (!kept || kept.variant !== variant || kept.times.length > journal.length)
      return this.#restart(journal, variant)
    this.#variant = variant
    this.#began = Date.parse(kept.began)
    const unseen = journal.slice(kept.times.length).map(() => null)
    this.#times = [...kept.times, ...unseen]
    this.#pastes = [...kept.pastes]
    this.#first = journal[0]
    this.#last = journal.at(-1)
  }

  /** Whether a journal does not go on from the one that was there. A single input may have grown. */
  #isOther(journal: readonly LabInput[], variant: string | undefined): boolean {
    const known = this.#times.length
    return (
      variant !== this.#variant ||
      journal.length < known ||
      (known > 1 && this.#first !== undefined && journal[0] !== this.#first)
    )
  }

  #restart(journal: readonly LabInput[], variant: string | undefined): void {
    this.#began = this.#ports.now()
    this.#variant = variant
    this.#times = journal.map(() => null)
    this.#pastes = []
    this.#waiting = []
    this.#isStored = false
  }

  #follow(journal: readonly LabInput[]): void {
    const known = this.#times.length
    // A play begins with its first input, however long its page was there.
    if (known === 0) this.#began = this.#ports.now()
    const now = this.#now()
    const last = this.#times[known - 1]
    const grew = known > 0 && journal[known - 1] !== this.#last
    if (last && grew) this.#times[known - 1] = [last[0], now]
    for (let at = known; at < journal.length; at++) this.#times.push([now, now])
    for (let at = grew ? known - 1 : known; at < journal.length; at++)
      this.#takePastes(at, journal[at]!)
    this.#isStored = false
  }

  #takePastes(input: number, into: LabInput): void {
    const found = this.#waiting.filter(({ text }) => inputHolds(into, text))
    if (found.length === 0) return
    this.#waiting = this.#waiting.filter((one) => !found.includes(one))
    const pastes = found.map(({ at, text }) => ({
      ...{ input, at: Math.min(at, this.#now()), size: text.length },
      text: text.slice(0, trackLimits.text),
    }))
    this.#pastes = [...this.#pastes, ...pastes].slice(0, trackLimits.pastes)
  }

  /** Milliseconds since the play began; a clock that is set back stands still. */
  #now(): number {
    const before = this.#times.findLast((time) => time !== null)?.[1] ?? 0
    const now = Math.round(this.#ports.now() - this.#began)
    return Math.min(trackLimits.time, Math.max(before, now, 0))
  }
}

/** What an earlier page stored; undefined where it is nothing of ours. */
function readKept(
  storage: () => BrowserStorage,
  slug: string,
): (Noted & { readonly variant: unknown }) | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(trackKeyOf(slug)) ?? '')
    if (!isObject(value) || value['v'] !== 1) return undefined
    const track = { ...value, hints: {}, mistakes: {}, done: [] }
    return isTrack(track) ? { ...track, variant: value['variant'] } : undefined
  } catch {
    return undefined
  }
}
