/**
 * Work that may take long, so that others may have their turn in between: each value that it yields
 * is what it did since the one before, about as octets that were read.
 */
export type Work<Result> = Generator<number, Result>

/** What is done in one go: some milliseconds. */
const STRETCH = 262_144

/** A message with what has to be found out about it, beside its octets. */
const MESSAGE = 2_000

/** What it costs to read a message. */
export const costOfReading = (bytes: Uint8Array): number => MESSAGE + bytes.length

/** Goes on with the work for one stretch. */
export function stretch<Result>(work: Work<Result>): IteratorResult<number, Result> {
  for (let spent = 0; ;) {
    const next = work.next()
    if (next.done) return next
    spent += next.value
    if (spent >= STRETCH) return next
  }
}

/** Does all of the work. */
export function ended<Result>(work: Work<Result>): Result {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
