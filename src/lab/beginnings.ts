import type { Remembered } from '../lessons/check.ts'
import type { FilesSnapshot } from '../shell/files/file-tree.ts'
import type { World } from '../world/world.ts'
import { addToJournal } from './journal.ts'
import type { LabInput, LabOptions } from './lab.ts'

/** How a lab stands while nothing is under way in it, and nothing was typed. */
export interface Stand {
  readonly world: World
  readonly remembered: Remembered
  /** The files at the learner's desk, which were made as its world was then. */
  readonly files?: FilesSnapshot | undefined
}

/** For labs of one lesson that is opened again and again. */
export interface RepeatedOptions extends LabOptions {
  /** How the others stood after hours of mail. */
  readonly beginnings?: Beginnings
}

/** A stand to go on from, and how many inputs led to it. */
export interface Begun extends Stand {
  readonly inputs: number
}

/** Stands that are kept by default. */
const MOST = 24

/**
 * How labs of one lesson stood each time that time had gone by. One that begins with the same inputs goes on
 * from there: hours of mail are carried once, and not at each opening.
 */
export class Beginnings {
  readonly #kept = new Map<string, Stand>()
  readonly #most: number

  /** @param most How many stands are kept; the one asked for longest ago goes first. */
  constructor(most = MOST) {
    this.#most = most
  }

  /** @returns The latest stand on the way of these inputs, in a world of its own; none where none is kept. */
  find(inputs: readonly LabInput[]): Begun | undefined {
    for (let count = inputs.length; count > 0; count--) {
      if (inputs[count - 1]!.kind !== 'advance') continue
      const key = keyOf(inputs.slice(0, count))
      const stand = this.#kept.get(key)
      const world = stand?.world.copy()
      if (!stand || !world) continue
      this.#keep(key, stand)
      return { ...stand, world, inputs: count }
    }
    return undefined
  }

  /** Keeps a copy of how a lab stands after these inputs, of which time is the last, if it can be gone on from. */
  note(inputs: readonly LabInput[], { world, ...stand }: Stand): void {
    if (!inputs.every(isOfWorld)) return
    const key = keyOf(inputs)
    const copy = this.#kept.has(key) ? undefined : world.copy()
    if (copy) this.#keep(key, { ...stand, world: copy })
  }

  /**
   * Notes how a lab stands each time that time has gone by in it.
   * @param inputs What was done in it before.
   * @returns To be called after each input.
   */
  noteAfter(inputs: readonly LabInput[]): (input: LabInput, standNow: () => Stand) => void {
    let done = inputs
    return (input, standNow) => {
      done = addToJournal(done, input)
      if (input.kind === 'advance') this.note(done, standNow())
    }
  }

  #keep(key: string, stand: Stand): void {
    this.#kept.delete(key)
    this.#kept.set(key, stand)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** What leaves terminals and documents as they are when a lab opens. */
const isOfWorld = (input: LabInput): boolean =>
  !['type', 'open', 'close'].includes(input.kind) && !(input.kind === 'edit' && 'document' in input)

const keyOf = (inputs: readonly LabInput[]): string => JSON.stringify(inputs)
