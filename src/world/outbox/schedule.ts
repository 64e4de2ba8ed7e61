import type { QueueSpec } from '../spec.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Two tries in the first hour, then one every two hours (RFC 5321 §4.5.4.1). */
const RETRY_AFTER: readonly number[] = [30 * MINUTE, 30 * MINUTE, 2 * HOUR]

/** RFC 5321 §4.5.4.1 wants at least four to five days. */
const GIVE_UP_AFTER = 5 * DAY

/** How long a delay is not reported. No RFC names a time (RFC 3461 §5.2.5); many servers have this. */
const REPORT_DELAY_AFTER = 4 * HOUR

/** When a host tries again, in milliseconds. */
export interface Schedule {
  /** From each try to the next; the last holds for all others. */
  readonly retryAfter: readonly number[]
  readonly giveUpAfter: number
  readonly reportDelayAfter: number
}

export function scheduleOf(spec: QueueSpec = {}): Schedule {
  const { retryAfter, giveUpAfter, reportDelayAfter } = spec
  return {
    retryAfter: retryAfter?.length ? retryAfter.map((seconds) => seconds * SECOND) : RETRY_AFTER,
    giveUpAfter: giveUpAfter === undefined ? GIVE_UP_AFTER : giveUpAfter * SECOND,
    reportDelayAfter:
      reportDelayAfter === undefined ? REPORT_DELAY_AFTER : reportDelayAfter * SECOND,
  }
}

/** When the next try is due, after so many that failed. */
export const nextTry = ({ retryAfter }: Schedule, tries: number, now: number): number =>
  now + Math.max(SECOND, retryAfter[Math.min(tries, retryAfter.length) - 1]!)
