import type { Delivery } from '../../message/dsn/compose.ts'
import type { Action } from '../../message/dsn/dsn.ts'
import type { Internet } from '../internet.ts'
import { hasOutbox, type Left, type Waiting } from './outbox.ts'
import { isForNow, reasonOf, statusOf, wordsOf } from './outcome.ts'
import { reportOn } from './report.ts'
import { nextTry, scheduleOf } from './schedule.ts'

/** What was tried, and how often before. */
export interface Tried extends Pick<Waiting, 'letter' | 'tries' | 'delay'> {
  readonly results: readonly Left[]
}

/**
 * After a try: keeps what is worth another one, gives up on the rest, and tells the sender what it
 * wants to know (RFC 5321 §4.5.4.1, §6.1; RFC 3461 §5.2).
 */
export async function settle(net: Internet, tried: Tried): Promise<void> {
  const { letter, results } = tried
  const schedule = scheduleOf(letter.host.queue)
  const age = net.clock.now() - letter.arrivedAt
  const isLate = age >= schedule.giveUpAfter
  const waits = ({ last }: Left): boolean => isForNow(last) && hasOutbox(letter.host) && !isLate
  const kept = results.filter(waits)
  const lost = results.filter((one) => one.last.kind !== 'sent' && !waits(one))
  for (const { addressee, last } of lost)
    net.emit({
      type: 'undeliverable',
      mail: letter.id,
      recipient: addressee.address,
      reason: reasonOf(last),
    })
  const tells = tried.delay === 'untold' && kept.length > 0 && age >= schedule.tellDelayAfter
  if (kept.length) keep(net, tried, kept, tells ? 'told' : tried.delay)
  if (!hasOutbox(letter.host)) return
  const retryUntil = letter.arrivedAt + schedule.giveUpAfter
  await reportOn(net, letter, [
    ...lost.map((one) => deliveryOf(net, one, 'failed')),
    ...(tells ? kept : []).map((one) => ({
      ...deliveryOf(net, one, 'delayed'),
      willRetryUntil: retryUntil,
    })),
    ...results.filter(passedOn).map((one) => deliveryOf(net, one, 'relayed')),
  ])
}

/** Nobody further on will tell the sender (RFC 3461 §5.2.2). */
const passedOn = ({ last }: Left): boolean => last.kind === 'sent' && last.reports === 'never'

function keep(
  net: Internet,
  { letter, tries }: Tried,
  left: readonly Left[],
  delay: Waiting['delay'],
): void {
  const due = nextTry(scheduleOf(letter.host.queue), tries + 1, net.clock.now())
  net.outbox.add({ letter, left, tries: tries + 1, nextTry: due, delay })
  for (const { addressee, last } of left)
    net.emit({
      type: 'deferred',
      host: letter.host.name,
      letter: letter.id,
      recipient: addressee.address,
      reason: reasonOf(last),
      nextTry: due,
    })
}

const deliveryOf = (net: Internet, { addressee, last }: Left, action: Action): Reported => ({
  addressee,
  recipient: addressee.address,
  action,
  status: action === 'failed' ? finalStatus(statusOf(last)) : statusOf(last),
  ...wordsOf(last),
  lastAttempt: net.clock.now(),
})

type Reported = Delivery & Pick<Left, 'addressee'>

/** What was only for now has lasted too long (RFC 3463 §3.5, X.4.7). */
const finalStatus = (status: string): string => (status.startsWith('4') ? '4.4.7' : status)
