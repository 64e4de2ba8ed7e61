/** A wait that can be called off and begun anew. */
export class TimeoutTimer {
  #timer: ReturnType<typeof setTimeout> | undefined

  cancel(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  dispose(): void {
    this.cancel()
  }

  /** @param wait In milliseconds. */
  cancelAndSet(act: () => void, wait: number): void {
    this.cancel()
    this.setIfNotSet(act, wait)
  }

  /** @param wait In milliseconds. */
  setIfNotSet(act: () => void, wait: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      act()
    }, wait)
  }
}
