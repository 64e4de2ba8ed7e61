import type { Said, Values } from './composer.ts'
import { dmarcText } from './dmarc.ts'

/** What the plan depends on. */
export interface RampAsked {
  /** The day it begins: `2026-06-01`. */
  readonly from: string
  /** Days until the rarest of your mail has been sent once: payslips 31, a yearly notice 366. */
  readonly rarest: number
  /** Whether all of it is signed with DKIM under the domain. */
  readonly signed: 'yes' | 'no'
  /** Whether people of the domain post to mailing lists. */
  readonly lists: 'yes' | 'no'
}

/** A stage of the plan. */
export interface RampStep {
  /** `2026-06-01` */
  readonly on: string
  readonly record: string
  /** What it is for. */
  readonly text: string
  /** What must hold before the next; absent at the end. */
  readonly until?: Said
}

export interface Ramp {
  readonly steps: readonly RampStep[]
  /** Why it ends where it ends. */
  readonly end: Said
}

const rfc = (section: string) => ({ rfc: 9989, section })

/** A month at least, and as long at `quarantine` (RFC 9989 §7.4). */
const MONTH = 31
/** Days of a test. A choice of ours: two weeks have seen most of what is sent every day. */
const TEST = 14
/** Days that the plan may last for a rarest message. */
const MOST = 400

/**
 * The way of a DMARC policy from `none` upwards, as dated steps. Dates are the earliest: the condition of a
 * step decides, not its date. Never throws; a day that is none gives no plan.
 * @param values The record as it is chosen; its policy and test are those of each step.
 */
export function rampOf(values: Values, asked: RampAsked): Ramp | undefined {
  const start = Date.parse(`${asked.from}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(asked.from) || Number.isNaN(start)) return undefined
  const watch = Math.min(MOST, Math.max(MONTH, Math.floor(asked.rarest) || 0))
  const mayReject = asked.signed === 'yes' && asked.lists === 'no'
  const stages = mayReject ? [...UP_TO_QUARANTINE(watch), ...TO_REJECT] : UP_TO_QUARANTINE(watch)
  let day = start
  const steps = stages.map(({ p, t, days, text, until }, at): RampStep => {
    const on = new Date(day).toISOString().slice(0, 10)
    day += days * 86_400_000
    const record = dmarcText({ ...values, p, t })
    return { on, record, text, ...(at < stages.length - 1 && { until }) }
  })
  return { steps, end: endOf(asked) }
}

interface Stage {
  readonly p: string
  readonly t: '' | 'yes'
  readonly days: number
  readonly text: string
  readonly until: Said
}

const UP_TO_QUARANTINE = (watch: number): readonly Stage[] => [
  {
    ...{ p: 'none', t: '', days: watch },
    text: `Watch for ${watch} days, until everything you send has been in a report once.`,
    until: {
      text: 'Every host of yours in the reports passes. Mail of yours that fails must be fixed before you ask for more.',
      source: rfc('5.1.6'),
    },
  },
  {
    ...{ p: 'quarantine', t: 'yes', days: TEST },
    text: 'Say that you test it. One level less applies, so nothing is lost; lists and others may already do what they do under a policy.',
    until: { text: 'The reports show nothing new of yours that fails.', source: rfc('A.6') },
  },
  {
    ...{ p: 'quarantine', t: '', days: MONTH },
    text: 'What fails goes to the junk folder. Stay a month at least, and ask your people what they miss.',
    until: {
      text: 'A month without mail of yours in the junk folder, and the reports compared with those under `none`.',
      source: rfc('7.4'),
    },
  },
]

const TO_REJECT: readonly Stage[] = [
  {
    ...{ p: 'reject', t: 'yes', days: TEST },
    text: 'Test `reject`: what fails is still only suspicious.',
    until: { text: 'The reports are as quiet as before.', source: rfc('4.7') },
  },
  {
    ...{ p: 'reject', t: '', days: 0 },
    text: 'What fails may be rejected. Read reports on: senders change.',
    until: { text: '' },
  },
]

function endOf({ signed, lists }: RampAsked): Said {
  if (signed === 'no')
    return {
      text: 'It ends at `quarantine`: who publishes `reject` must sign with DKIM, and not rest on SPF alone. Sign first.',
      source: rfc('7.4'),
    }
  if (lists === 'yes')
    return {
      text: 'It ends at `quarantine`: domains whose people may post to mailing lists should not publish `reject`. Give machines a name of their own, and `reject` to that.',
      source: rfc('7.4'),
    }
  return {
    text: 'It may end at `reject`: all of your mail is signed, and no one here posts to lists.',
    source: rfc('7.4'),
  }
}
