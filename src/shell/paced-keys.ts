import type { Key } from './keys.ts'

const isInterrupt = (key: Key): boolean => key.kind === 'press' && key.name === 'ctrl-c'

/** Asks for the reply to what was sent; undefined where none is due. */
export type Reply = () => Promise<void> | undefined

/**
 * Keys on their way to the line: those of a paste that stand behind a line wait until that line is
 * answered, as a person would.
 */
export class PacedKeys {
  #waiting: Key[] = []
  #next = 0
  #held: Promise<void> | undefined
  readonly #press: (key: Key) => Reply | undefined
  readonly #around: (act: () => void) => void

  /**
   * @param press Takes a key; returns how to wait for the reply, if it ended a line.
   * @param around Is put around keys that are pressed one after the other.
   */
  constructor(press: (key: Key) => Reply | undefined, around: (act: () => void) => void) {
    this.#press = press
    this.#around = around
  }

  push(keys: readonly Key[]): void {
    const interrupt = this.#held ? keys.findLastIndex(isInterrupt) : -1
    if (interrupt >= 0) this.#interrupt(keys[interrupt]!)
    // No spread: a paste may have more keys than a call takes arguments.
    for (const key of interrupt < 0 ? keys : keys.slice(interrupt + 1)) this.#waiting.push(key)
    if (!this.#held) this.#around(() => this.#goOn())
  }

  /** Keeps what is typed from now on until then. */
  hold(until: Promise<void>): void {
    if (!this.#held) this.#hold(until)
  }

  /** Ctrl-C does not wait, and what was typed before it is not wanted any more. */
  #interrupt(key: Key): void {
    this.#waiting = []
    this.#next = 0
    this.#around(() => void this.#press(key))
  }

  /** Drops what waits, if there are whole lines in it. @returns How many lines those were. */
  dropLines(): number {
    const lines = this.#waiting
      .slice(this.#next)
      .filter((key) => key.kind === 'press' && key.name === 'enter').length
    if (lines > 0) this.#next = this.#waiting.length
    return lines
  }

  /** Resolves when no key waits any more. */
  async settled(): Promise<void> {
    while (this.#held) await this.#held
  }

  #goOn(): void {
    while (this.#next < this.#waiting.length && !this.#held) {
      const reply = this.#press(this.#waiting[this.#next++]!)
      const due = this.#next < this.#waiting.length ? reply?.() : undefined
      if (due) this.#hold(due)
    }
    if (this.#held) return
    this.#waiting = []
    this.#next = 0
  }

  #hold(due: Promise<void>): void {
    const goOn = (): void => {
      this.#held = undefined
      this.#around(() => this.#goOn())
    }
    this.#held = due.then(goOn, goOn)
  }
}
