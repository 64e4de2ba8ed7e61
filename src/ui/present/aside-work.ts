import type { LessonState } from '../state/lesson-state.svelte.ts'
import { nothingDone, type Saved } from '../state/saved.ts'
import { othersWork } from '../state/others-work.svelte.ts'
import { recordOf } from '../state/done-record.ts'
import { keyOf, openStorage, type BrowserStorage } from '../state/storage.ts'

/**
 * Puts the learner's own work aside: from here on nothing is written into it, and what is done on the
 * page is kept for this tab alone.
 * @param own Where the learner's work is.
 * @param shown Where what is shown is kept meanwhile.
 */
export class AsideWork {
  readonly #work: LessonState
  readonly #before: Saved
  readonly #own: LessonState['kept']['storage']
  readonly #ownStorage: () => BrowserStorage

  constructor(work: LessonState, own: () => BrowserStorage, shown: () => BrowserStorage) {
    work.flush()
    this.#work = work
    this.#ownStorage = own
    this.#before = work.saved
    this.#own = work.kept.storage
    work.kept.storage = openStorage(shown)
    othersWork.isShown = true
  }

  /** Brings the learner's own work back, as it was left. */
  async bringBack(): Promise<void> {
    const { kept, lesson } = this.#work
    this.#work.flush()
    if (this.#isChanged) {
      // What was done before a hall was done by nobody.
      this.#work.record = recordOf(this.#before)
      await this.#work.import(this.#before)
      this.#work.flush()
      kept.undoable = undefined
    }
    kept.remove()
    kept.storage = this.#own
    othersWork.isShown = false
    const stored = attempt(() => this.#ownStorage().getItem(keyOf(lesson.slug)))
    // Meanwhile another tab may have gone on with it.
    if (typeof stored === 'string' && this.#before.journal.length)
      kept.noticeOtherTab(stored, this.#before)
  }

  get #isChanged(): boolean {
    const { journal, step, variant, hints, world } = this.#work.saved
    const before = this.#before
    return (
      journal !== before.journal ||
      step !== before.step ||
      variant !== before.variant ||
      world !== before.world ||
      JSON.stringify(hints) !== JSON.stringify(before.hints)
    )
  }
}

/** The lesson as it is at its start, in the variant and the world that are played. */
export const untouched = ({ edition, variant, world }: Saved): Saved => ({
  ...{ ...nothingDone, edition },
  ...(variant !== undefined && { variant }),
  ...(world && { world }),
})

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
