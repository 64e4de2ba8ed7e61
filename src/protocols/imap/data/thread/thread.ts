import type { MessageRecord } from '../search/record.ts'

/** A thread of THREAD (RFC 5256 §3); without a message it is the place of one that is not here. */
export interface Thread {
  readonly message?: MessageRecord
  readonly children: readonly Thread[]
}

export const threadAlgorithms = ['ORDEREDSUBJECT', 'REFERENCES'] as const

export type ThreadAlgorithm = (typeof threadAlgorithms)[number]

/**
 * The data of a THREAD reply (§4): `(2)(3 6 (4 23)(44 7 96))`; empty without threads.
 * @param numberOf Gives the sequence number, or the UID for UID THREAD.
 */
export function printThreads(
  threads: readonly Thread[],
  numberOf: (message: MessageRecord) => number,
): string {
  const printed: string[] = []
  // What is left to be printed, the next thing last: threads may be deeper than the stack.
  const left: (Thread | string)[] = threads.toReversed()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') {
      printed.push(next)
      continue
    }
    const { numbers, split } = chainOf(next, numberOf)
    printed.push(`(${numbers.join(' ')}${numbers.length > 0 && split.length > 0 ? ' ' : ''}`)
    left.push(')', ...split.toReversed())
  }
  return printed.join('')
}

interface Chain {
  readonly numbers: readonly number[]
  /** The siblings that it ends in; none or at least two. */
  readonly split: readonly Thread[]
}

/** A parent, its only child, the only child of that … */
function chainOf(start: Thread, numberOf: (message: MessageRecord) => number): Chain {
  const numbers: number[] = []
  let thread = start
  for (;;) {
    if (thread.message) numbers.push(numberOf(thread.message))
    const [only] = thread.children
    if (!only || thread.children.length > 1) return { numbers, split: thread.children }
    thread = only
  }
}
