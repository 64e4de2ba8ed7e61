/**
 * A wait that can be called off and begun anew. A terminal begins one anew with each line that it scrolls, so the
 * browser's own timer is left to run, and what is left of the wait is waited for when it has ended.
 */
export class TimeoutTimer {
  #act: (() => void) | undefined
  /** When to act, and when the browser calls; on the clock of the page, in milliseconds. */
  #due = 0
  #called = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  cancel(): void {
    this.#act = undefined
  }

  dispose(): void {
    this.cancel()
    clearTimeout(this.#timer)
  }

  /** @param wait In milliseconds. */
  cancelAndSet(act: () => void, wait: number): void {
    this.#act = act
    this.#due = performance.now() + wait
    if (this.#timer !== undefined && this.#called <= this.#due) return
    clearTimeout(this.#timer)
    this.#await(wait)
  }

  /** @param wait In milliseconds. */
  setIfNotSet(act: () => void, wait: number): void {
    if (!this.#act) this.cancelAndSet(act, wait)
  }

  #await(wait: number): void {
    this.#called = performance.now() + wait
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const act = this.#act
      const left = this.#due - performance.now()
      if (act && left > 0) return this.#await(left)
      this.#act = undefined
      act?.()
    }, wait)
  }
}
