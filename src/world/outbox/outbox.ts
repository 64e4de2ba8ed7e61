import type { HostSpec } from '../spec.ts'
import type { Addressee, Letter } from './letter.ts'
import type { Outcome } from './outcome.ts'

/** A letter that waits for its next try, with those it could not be brought to yet. */
export interface Waiting {
  readonly letter: Letter
  readonly left: readonly Left[]
  /** How often it was tried. */
  readonly tries: number
  /** In milliseconds. */
  readonly nextTry: number
  /** Whether its sender knows that it waits. */
  readonly delay: 'untold' | 'told'
}

export interface Left {
  readonly addressee: Addressee
  /** What the last try came to. */
  readonly last: Outcome
}

/** What waits at all hosts of a world, in the order of the next tries. */
export interface Outbox {
  readonly waiting: readonly Waiting[]
  add(waiting: Waiting): void
  /** Takes out what `wanted` picks. */
  take(wanted: (waiting: Waiting) => boolean): Waiting[]
}

export function createOutbox(): Outbox {
  let waiting: readonly Waiting[] = []
  return {
    get waiting() {
      return waiting
    },
    add(one) {
      const at = waiting.findIndex(({ nextTry }) => nextTry > one.nextTry)
      waiting = at < 0 ? [...waiting, one] : waiting.toSpliced(at, 0, one)
    },
    take(wanted) {
      const taken = waiting.filter(wanted)
      waiting = waiting.filter((one) => !taken.includes(one))
      return taken
    },
  }
}

/** Servers keep what they cannot bring at once; what only sends has a user who can try again. */
export const hasOutbox = ({ smtp, submission, queue }: HostSpec): boolean =>
  queue !== undefined || smtp !== undefined || submission !== undefined
