import type { LabInput } from '../../lab/lab.ts'
import { beatsOf, linesOf, type Beat } from './beats.ts'

export interface ReplayPorts {
  /** Does one thing in the lab; resolves when the world has settled. */
  apply(input: LabInput): Promise<void>
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** A session that is played again at talking pace: it can be stopped, and taken line by line. */
export class Replay {
  /** Lines that were played. */
  line = $state(0)
  isPaused = $state(false)
  isOver = $state(false)
  readonly lines: number
  readonly #beats: readonly Beat[]
  readonly #ports: ReplayPorts
  /** The next one. */
  #at = 0
  /** Lines that are played without a pause. */
  #hurry = 0
  #goOn: (() => void) | undefined

  constructor(journal: readonly LabInput[], ports: ReplayPorts) {
    this.#beats = beatsOf(journal)
    this.lines = linesOf(this.#beats)
    this.#ports = ports
  }

  /** Resolves when all was played, or it was ended. */
  async play(): Promise<void> {
    for (; this.#at < this.#beats.length && !this.isOver; this.#at++) {
      await this.#turn()
      if (this.isOver) return
      const { input, rest, endsLine } = this.#beats[this.#at]!
      await this.#ports.apply(input)
      if (endsLine) this.line++
      if (endsLine && this.#hurry > 0) this.#hurry--
      else if (this.#hurry === 0) await this.#ports.wait(rest)
    }
    this.isOver = true
  }

  togglePause(): void {
    this.isPaused = !this.isPaused
    if (!this.isPaused) this.#wake()
  }

  /** Plays the rest of the line at once, and stops. */
  step(): void {
    this.isPaused = true
    this.#hurry++
    this.#wake()
  }

  end(): void {
    this.isOver = true
    this.#wake()
  }

  #turn(): Promise<void> {
    if (!this.isPaused || this.#hurry > 0) return Promise.resolve()
    return new Promise((resolve) => (this.#goOn = resolve))
  }

  #wake(): void {
    this.#goOn?.()
    this.#goOn = undefined
  }
}
