import type { QueueSpec } from '../spec.ts'
import type { QueuedMessage } from './queued-message.ts'
import { TLS_REPORT } from './tls/session.ts'

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

function scheduleOf(spec: QueueSpec = {}): Schedule {
  const { retryAfter, giveUpAfter, reportDelayAfter } = spec
  return {
    retryAfter: retryAfter?.length ? retryAfter.map((seconds) => seconds * SECOND) : RETRY_AFTER,
    giveUpAfter: giveUpAfter === undefined ? GIVE_UP_AFTER : giveUpAfter * SECOND,
    reportDelayAfter:
      reportDelayAfter === undefined ? REPORT_DELAY_AFTER : reportDelayAfter * SECOND,
  }
}

/** A report about TLS is tried for a day at most, however it is delivered (RFC 8460 §5.5). */
const TLS_REPORT_LIFETIME = DAY

/**
 * When a message is tried again: as its host has it. Of reports about DMARC no RFC says otherwise, so they wait as
 * other mail does.
 */
export function scheduleFor({ host, about }: Pick<QueuedMessage, 'host' | 'about'>): Schedule {
  const schedule = scheduleOf(host.queue)
  if (about !== TLS_REPORT) return schedule
  // It is given up where the next try would come too late.
  const lastTry = TLS_REPORT_LIFETIME - Math.max(...schedule.retryAfter)
  return { ...schedule, giveUpAfter: Math.min(schedule.giveUpAfter, lastTry) }
}

/** When the next try is due, after so many that failed. */
export const nextTry = ({ retryAfter }: Schedule, tries: number, now: number): number =>
  now + Math.max(SECOND, retryAfter[Math.min(tries, retryAfter.length) - 1]!)
