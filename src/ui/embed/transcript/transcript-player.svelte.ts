import type { TranscriptStep } from '../../../lab/types.ts'
import { isTyped, standsFor, typedFor } from './pace.ts'

/** What a player needs of the browser. */
export interface PlayerPorts {
  /** Does something later; returns what calls that off. Times are in milliseconds. */
  later(act: () => void, after: number): () => void
  now(): number
  /** Whether nothing may move: then a line is there as a whole. */
  isStill(): boolean
}

/** Milliseconds between two pictures of a line that is being typed. */
const FRAME = 48

/** How far a transcript was played: the line that is looked at, and whether it goes on by itself. */
export class TranscriptPlayer {
  readonly steps: readonly TranscriptStep[]
  /** The line that is looked at, from 1; 0 before the first. */
  at = $state(1)
  isPlaying = $state(false)
  /** Milliseconds since the newest line began to be typed; Infinity for one that is there. */
  elapsed = $state(Infinity)
  readonly #ports: PlayerPorts
  readonly #changed: (at: number) => void
  /** Whether something is asked at a line before the next one comes. */
  readonly #stopsAt: (line: number) => boolean
  #cancel: () => void = () => undefined

  /**
   * @param changed Called with each move, by hand or by itself.
   * @param stopsAt Says at which lines a play pauses.
   */
  constructor(
    steps: readonly TranscriptStep[],
    ports: PlayerPorts,
    changed: (at: number) => void = () => undefined,
    stopsAt: (line: number) => boolean = () => false,
  ) {
    this.steps = steps
    this.#ports = ports
    this.#changed = changed
    this.#stopsAt = stopsAt
    this.at = Math.min(1, steps.length)
  }

  get count(): number {
    return this.steps.length
  }

  get isAtEnd(): boolean {
    return this.at >= this.count
  }

  get current(): TranscriptStep | undefined {
    return this.steps[this.at - 1]
  }

  /** Looks at a line, and stays there. */
  show(line: number): void {
    this.pause()
    this.#move(line)
  }

  back(): void {
    this.show(this.at - 1)
  }

  forward(): void {
    this.show(this.at + 1)
  }

  /** Goes on line by line, from the first where it stands at the end; or pauses. */
  toggle(): void {
    if (this.isPlaying) return this.pause()
    this.isPlaying = true
    this.#next(this.isAtEnd ? 1 : this.at + 1)
  }

  pause(): void {
    this.#cancel()
    this.isPlaying = false
    this.elapsed = Infinity
  }

  #next(line: number): void {
    this.#move(line)
    const step = this.current
    if (!step) return this.pause()
    const began = this.#ports.now()
    if (isTyped(step) && !this.#ports.isStill()) this.#type(typedFor(step.text), began)
    else this.#wait(standsFor(step))
  }

  #type(whole: number, began: number): void {
    this.elapsed = this.#ports.now() - began
    if (this.elapsed < whole)
      this.#cancel = this.#ports.later(() => this.#type(whole, began), FRAME)
    else {
      this.elapsed = Infinity
      this.#wait(standsFor(this.current!) - whole)
    }
  }

  #wait(time: number): void {
    if (this.isAtEnd || this.#stopsAt(this.at)) return this.pause()
    this.#cancel = this.#ports.later(() => this.#next(this.at + 1), Math.max(0, time))
  }

  #move(line: number): void {
    const at = Math.max(Math.min(1, this.count), Math.min(Math.round(line) || 0, this.count))
    if (at === this.at) return
    this.at = at
    this.#changed(at)
  }
}
