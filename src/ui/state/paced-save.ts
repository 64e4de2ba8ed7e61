import { SavePacing } from './save-pacing.ts'

/** Stores work at the pace at which it changes: what comes in many small parts, with a later frame. */
export class PacedSave {
  readonly #soon: (act: () => void) => void
  readonly #write: () => void
  #pacing = new SavePacing()
  #isScheduled = false

  /**
   * @param soon Calls back with the next frame.
   * @param write Stores all that there is.
   */
  constructor(soon: (act: () => void) => void, write: () => void) {
    this.#soon = soon
    this.#write = write
  }

  /** Other work takes the place of this. */
  restart(): void {
    this.#pacing = new SavePacing()
  }

  /** Something came that is to be stored. @param keys How many keys of it were typed. */
  changed(keys: number): void {
    this.#pacing.changed(keys)
  }

  now(): void {
    this.#pacing.saved()
    this.#write()
  }

  /** Stores what was not stored yet. */
  flush(): void {
    if (this.#pacing.unsaved) this.now()
  }

  later(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#soon(() => {
      this.#isScheduled = false
      const next = this.#pacing.nextFrame()
      if (next === 'save') this.now()
      else if (next === 'wait') this.later()
    })
  }
}
