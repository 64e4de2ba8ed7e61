import type { Action } from '../../message/dsn/dsn.ts'
import type { Internet } from '../internet.ts'
import { hasOutbox, type QueueEntry, type RecipientOutcome } from './outbox.ts'
import { isForNow, reasonOf, statusOf, wordsOf } from './outcome.ts'
import { reportOn, type Reported } from './report.ts'
import { nextTry, scheduleFor, type Schedule } from './schedule.ts'

/** What was tried, what came of it, and how often it was tried before. */
export interface Attempt extends Pick<QueueEntry, 'message' | 'tries' | 'delay'> {
  readonly outcomes: readonly RecipientOutcome[]
}

/**
 * After a try: keeps what is worth another one, gives up on the rest, and reports to the sender what
 * it asked for (RFC 5321 §4.5.4.1, §6.1; RFC 3461 §5.2).
 */
export async function recordOutcome(net: Internet, attempt: Attempt): Promise<void> {
  const { message, outcomes } = attempt
  const schedule = scheduleFor(message)
  const { kept, lost } = sorted(net, attempt, schedule)
  for (const { recipient, outcome } of lost)
    net.emit({
      type: 'undeliverable',
      host: message.host.name,
      queueId: message.id,
      recipient: recipient.address,
      reason: reasonOf(outcome),
    })
  const isLate = net.clock.now() - message.arrivedAt >= schedule.reportDelayAfter
  const delayed = attempt.delay === 'unreported' && isLate ? kept : []
  if (kept.length) keep(net, attempt, kept, delayed.length ? 'reported' : attempt.delay)
  if (!hasOutbox(message.host)) return
  const willRetryUntil = message.arrivedAt + schedule.giveUpAfter
  await reportOn(net, message, [
    ...lost.map((one) => reportedAs(net, one, 'failed')),
    ...delayed.map((one) => ({ ...reportedAs(net, one, 'delayed'), willRetryUntil })),
    ...outcomes.filter(isRelayed).map((one) => reportedAs(net, one, 'relayed')),
  ])
}

/** @returns What is tried again, and what is given up. */
function sorted(net: Internet, { message, outcomes }: Attempt, { giveUpAfter }: Schedule) {
  const isOver = net.clock.now() - message.arrivedAt >= giveUpAfter
  const waits = ({ outcome }: RecipientOutcome): boolean =>
    isForNow(outcome) && hasOutbox(message.host) && !isOver
  return {
    kept: outcomes.filter(waits),
    lost: outcomes.filter((one) => one.outcome.kind !== 'sent' && !waits(one)),
  }
}

/** The next server reports nothing, so this one does (RFC 3461 §5.2.2). */
const isRelayed = ({ outcome }: RecipientOutcome): boolean =>
  outcome.kind === 'sent' && outcome.reports === 'never'

function keep(
  net: Internet,
  { message, tries }: Attempt,
  recipients: readonly RecipientOutcome[],
  delay: QueueEntry['delay'],
): void {
  const due = nextTry(scheduleFor(message), tries + 1, net.clock.now())
  net.outbox.add({ message, recipients, tries: tries + 1, nextTry: due, delay })
  for (const { recipient, outcome } of recipients)
    net.emit({
      type: 'deferred',
      host: message.host.name,
      queueId: message.id,
      recipient: recipient.address,
      reason: reasonOf(outcome),
      nextTry: due,
    })
}

const reportedAs = (
  net: Internet,
  { recipient, outcome }: RecipientOutcome,
  action: Action,
): Reported => ({
  queued: recipient,
  recipient: recipient.address,
  action,
  status: action === 'failed' ? finalStatus(statusOf(outcome)) : statusOf(outcome),
  ...wordsOf(outcome),
  lastAttempt: net.clock.now(),
})

/** What was only for now has lasted too long (RFC 3463 §3.5, X.4.7). */
const finalStatus = (status: string): string => (status.startsWith('4') ? '4.4.7' : status)
