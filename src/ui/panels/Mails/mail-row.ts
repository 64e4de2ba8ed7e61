import { words } from '#words/mails'
import type { Tone } from '../../../core/tone.ts'
import type { JourneyEnd, MailReport } from '../../../lab/types.ts'
import { toneOf } from '../../../lab/views/result-tone.ts'
import { authenticationOf } from '../../views/journey-end.ts'

/** How well a mail ended, measured by whether it should arrive. */
export interface MailOutcome {
  readonly kind: 'right' | 'half' | 'wrong' | 'held'
  readonly tone: Tone
  /** What its sender wants, or does not. */
  readonly wish: string
  /** What to note beside where it ended; empty where that is as it should be. */
  readonly remark: string
}

const REMARKS = {
  good: { wish: words.mustArrive, right: '', half: words.mustArrive, wrong: words.mustArrive },
  forged: {
    ...{ wish: words.forgedMustNot, right: words.forged },
    ...{ half: words.notRejected, wrong: words.delivered },
  },
  stray: {
    ...{ wish: words.mustNotArrive, right: '' },
    ...{ half: words.strayNotRejected, wrong: words.strayDelivered },
  },
} as const

/** A forgery in Junk is only half rejected, and is named so: somebody may still find it. */
export function outcomeOf(
  intent: MailReport['mail']['intent'],
  end: JourneyEnd['kind'],
): MailOutcome {
  const { wish, right, half, wrong } = REMARKS[intent]
  if (intent !== 'good' && end === 'junk') return { kind: 'half', tone: 'warn', wish, remark: half }
  if ((intent === 'good') === (end === 'inbox'))
    return { kind: 'right', tone: 'pass', wish, remark: right }
  return { kind: 'wrong', tone: 'fail', wish, remark: wrong }
}

/** In place of where a mail ended, while somebody is to guess that. */
export const heldEnd = { title: words.held, glyph: '?' } as const

/** A mail of which nothing is shown yet but what its sender wants. */
export const heldOutcome = (intent: MailReport['mail']['intent']): MailOutcome => ({
  ...{ kind: 'held', tone: 'plain', remark: intent === 'forged' ? words.forged : '' },
  wish: intent === 'good' ? words.mustArrive : words.mustNotArrive,
})

export interface VerdictChip {
  readonly check: 'SPF' | 'DKIM' | 'DMARC'
  readonly result: string
  readonly tone: Tone
}

/** What the receiver found; nothing where it did not judge. */
export function verdictsOf(end: JourneyEnd): VerdictChip[] {
  const authentication = authenticationOf(end)
  if (!authentication) return []
  const { spf, dkim, dmarc } = authentication
  const results = [
    { check: 'SPF' as const, result: spf.result },
    { check: 'DKIM' as const, result: dkim.result },
    { check: 'DMARC' as const, result: dmarc.result },
  ]
  return results.map((one) => ({ ...one, tone: toneOf(one.result) }))
}
