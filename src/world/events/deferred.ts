import { defineEvent } from '../log/event-kind.ts'

/** A host could not pass a message on for now; it will try again (RFC 5321 §4.5.4.1). */
export interface Deferred {
  readonly type: 'deferred'
  readonly host: string
  /** The id under which the host keeps the message. */
  readonly queueId: string
  readonly recipient: string
  readonly reason: string
  /** Milliseconds since 1970. */
  readonly nextTry: number
}

export const deferred = defineEvent<Deferred>({
  type: 'deferred',
  shownIn: 'activity',
  sentence: ({ at, host, recipient, reason, nextTry }) =>
    `${host} keeps a message to ${recipient}, to try again ${inTime(nextTry - at)}: ${reason}`,
  tone: () => 'warn',
})

/** `in 90 seconds`, `in 15 minutes`, `in 3 hours`. */
function inTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 120) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `in ${minutes} minutes` : `in ${Math.round(minutes / 60)} hours`
}
