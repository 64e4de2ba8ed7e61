/** Characters typed from which on saving takes a noticeable part of a frame. */
const LONG_WORK = 65_536

/**
 * Decides when work is saved. Saving writes the whole journal again. While a long paste comes in,
 * the work is saved each time it has grown by half, and when no more comes: else a megabyte would
 * be written a hundred times.
 */
export class SavePacing {
  unsaved = false
  /** Characters typed in this lab: all, those that are saved, those that the last frame saw. */
  #typed = { all: 0, saved: 0, seen: 0 }

  /** @param typed Characters that the change added to the journal. */
  changed(typed = 0): void {
    this.unsaved = true
    this.#typed.all += typed
  }

  saved(): void {
    this.unsaved = false
    this.#typed.saved = this.#typed.all
  }

  /** @returns What to do in this frame; `wait`: ask again in the next one. */
  nextFrame(): 'save' | 'wait' | 'nothing' {
    const { all, saved, seen } = this.#typed
    this.#typed.seen = all
    if (!this.unsaved) return 'nothing'
    const isGrowing = all > seen && all > LONG_WORK
    return isGrowing && all - saved < saved / 2 ? 'wait' : 'save'
  }
}
