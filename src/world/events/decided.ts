import type { Tone } from '../../core/tone.ts'
import { bySetting, type Basis } from '../log/basis.ts'
import { defineEvent } from '../log/event-kind.ts'

/** A policy of a host decided about a message, a sender or a recipient. */
export interface Decided extends Basis {
  readonly type: 'decided'
  readonly host: string
  /** The connection on which it came; absent where the host decided by itself. */
  readonly connection?: number
  /** The id under which the host has the message, where it has it. */
  readonly queueId?: string
  /** Which policy: `spf`, `greylisting`, `list`, `vacation` … */
  readonly policy: string
  readonly action: DecidedAction
  /** The address, client or domain that it is about. */
  readonly subject: string
  /** In a sentence. */
  readonly reason: string
}

/**
 * `noted`: seen, and let through. `held`: kept for a person. `dropped`: accepted, and thrown away.
 * `answered`, `reported`: the host wrote a message about it.
 */
export type DecidedAction =
  | 'accepted'
  | 'noted'
  | 'junk'
  | 'deferred'
  | 'refused'
  | 'held'
  | 'dropped'
  | 'answered'
  | 'reported'

const tones: Partial<Record<DecidedAction, Tone>> = {
  junk: 'warn',
  deferred: 'warn',
  held: 'warn',
  refused: 'fail',
  dropped: 'fail',
}

/** Reports that a host sends at a time of its own: the subject is who gets one, or does not. */
const REPORTS = ['dmarc-report', 'dmarc-failure', 'tls-report']

function done(policy: string, action: DecidedAction, subject: string): string {
  if (!REPORTS.includes(policy)) return `${subject} is ${action}`
  return `${action === 'reported' ? 'a report' : 'no report'} goes to ${subject}`
}

export const decided = defineEvent<Decided>({
  type: 'decided',
  shownIn: 'activity',
  sentence: ({ host, policy, action, subject, reason, line, source }) =>
    `${host}, ${policy}: ${done(policy, action, subject || 'the null sender')}. ${reason}${bySetting(line)}${source ? ` (RFC ${source.rfc} §${source.section})` : ''}`,
  tone: ({ action }) => tones[action] ?? 'plain',
})
