import { pack } from '../../../lab/record/pack.ts'
import type { LessonState } from '../lesson-state.svelte.ts'
import type { BrowserStorage } from '../storage.ts'
import { missedIn } from './missed.ts'
import { addPlay, loadPlayLog, storePlayLog, type CurrentPlay, type PlayLog } from './play-log.ts'
import type { TrackWatch } from './track-watch.ts'

export interface WatchPorts {
  readonly storage: () => BrowserStorage
  /** Whether the lesson is presented, so that what is done is no play of its learner. */
  readonly isHeld?: () => boolean
  /** In milliseconds. */
  readonly now: () => number
  /** Has the times of the play that is under way. */
  readonly track?: Pick<TrackWatch, 'track'>
}

/** What is watched of a lesson. */
export type Watched = Pick<
  LessonState,
  'lesson' | 'lab' | 'phase' | 'variant' | 'journal' | 'hints' | 'isSettled' | 'saved'
>

/**
 * Keeps the log of a lesson's plays from the outside: which variants were seen, what was missed, and
 * what was done, once every step is. It comes late, and so finds out what was done before it was there.
 */
export class PlayWatch {
  readonly #work: Watched
  readonly #ports: WatchPorts
  #log: PlayLog
  #hint: string | undefined
  /** A hint that stands when the lab opens was counted when it came. */
  #isJudged = false

  constructor(work: Watched, ports: WatchPorts) {
    this.#work = work
    this.#ports = ports
    this.#log = loadPlayLog(work.lesson.slug, ports.storage)
  }

  /** The variants that were begun. */
  get seen(): readonly string[] {
    return this.#log.seen
  }

  /** Looks at everything that may have changed. */
  notice(): void {
    const { phase, variant, lab, journal, isSettled } = this.#work
    const { progress } = lab
    if (phase !== 'ready' || !progress || this.#ports.isHeld?.()) {
      this.#isJudged = false
      return
    }
    // A lesson that was only looked at leaves nothing behind.
    if (variant === undefined && journal.length === 0) return
    this.#begin(variant)
    this.#countMistake(progress.again ? undefined : progress.hint?.id)
    const { current } = this.#log
    if (!progress.done && current?.done && journal.length > 0) this.#restart()
    if (progress.done && !current?.done && isSettled) this.#finish()
  }

  /** Notes which variant is played, and whether it was seen before. */
  #begin(variant: string | undefined): void {
    const { current, seen } = this.#log
    if (current && current.variant === variant) return
    const unseen = variant === undefined || !seen.includes(variant)
    this.#store({
      ...this.#log,
      seen: variant !== undefined && unseen ? [...seen, variant] : seen,
      current: fresh(variant, unseen),
    })
  }

  /** The same variant was begun over. */
  #restart(): void {
    this.#store({ ...this.#log, current: fresh(this.#work.variant, false) })
  }

  #countMistake(hint: string | undefined): void {
    const { current } = this.#log
    if (hint !== this.#hint && hint !== undefined && this.#isJudged && current && !current.done) {
      const mistakes = { ...current.mistakes, [hint]: (current.mistakes[hint] ?? 0) + 1 }
      this.#store({ ...this.#log, current: { ...current, mistakes } })
    }
    this.#hint = hint
    this.#isJudged = true
  }

  #finish(): void {
    const { lesson, lab, hints, journal, variant, saved } = this.#work
    const { current, plays } = this.#log
    if (!current || !lab.progress) return
    const { doneAt } = saved
    const { track } = this.#ports
    // Work that was done before there was a log has its own date.
    const isOld = plays.length === 0 && doneAt !== undefined
    this.#store({
      ...this.#log,
      plays: addPlay(plays, {
        ...(variant !== undefined && { variant }),
        ...{ edition: lesson.edition, unseen: current.unseen && !isOld },
        at: isOld ? doneAt : new Date(this.#ports.now()).toISOString(),
        hints: Object.values(hints).reduce((sum, count) => sum + count, 0),
        missed: missedIn(lesson, lab.progress, hints, current.mistakes),
        journal: pack(journal),
        ...(track && { track: track.track(current.mistakes) }),
      }),
      current: { ...current, done: true },
    })
  }

  #store(log: PlayLog): void {
    this.#log = log
    storePlayLog(this.#work.lesson.slug, log, this.#ports.storage)
  }
}

const fresh = (variant: string | undefined, unseen: boolean): CurrentPlay => ({
  ...(variant !== undefined && { variant }),
  ...{ unseen, done: false, mistakes: {} },
})
