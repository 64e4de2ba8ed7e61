import type { RestClock } from '../rest.ts'

export interface HandClock extends RestClock {
  /** How many timers run. */
  readonly timers: number
  /** Lets time pass, and what is due in it happen. */
  pass(milliseconds: number): void
}

/** A clock that a test sets, from 0. */
export function handClock(): HandClock {
  let passed = 0
  let timers: { readonly due: number; readonly act: () => void }[] = []
  const takeNext = (end: number) => {
    const [next] = timers.filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)
    timers = timers.filter((one) => one !== next)
    return next
  }
  return {
    now: () => passed,
    after: (milliseconds, act) => void timers.push({ due: passed + milliseconds, act }),
    get timers() {
      return timers.length
    },
    pass(milliseconds) {
      const end = passed + milliseconds
      for (let next = takeNext(end); next; next = takeNext(end)) {
        passed = next.due
        next.act()
      }
      passed = end
    },
  }
}
