import type { Authentication } from '../auth/authenticate.ts'

/** What a receiving host does with a message, and why, in a sentence. */
export interface Disposition {
  readonly action: 'inbox' | 'junk' | 'reject'
  readonly reason: string
}

/** The disposition at a host that authenticates nothing. */
export const unauthenticated: Disposition = {
  action: 'inbox',
  reason: 'This host judges nothing: all that it accepts is delivered.',
}

/**
 * The disposition of an authenticated message: a receiver obeys the domain owner's DMARC policy (RFC
 * 9989 §5.3.6), and keeps a message that passes no check out of the inbox, as large mailbox hosts do.
 */
export function dispositionOf({ spf, dkim, dmarc }: Authentication): Disposition {
  if (dmarc.disposition === 'reject')
    return {
      action: 'reject',
      reason: `DMARC failed, and the domain asks to reject: ${dmarc.reason}`,
    }
  if (dmarc.disposition === 'quarantine')
    return {
      action: 'junk',
      reason: `DMARC failed, and the domain asks for quarantine: ${dmarc.reason}`,
    }
  if (dmarc.result === 'pass') return { action: 'inbox', reason: 'DMARC passed.' }
  if (dkim.result === 'pass') return { action: 'inbox', reason: 'A DKIM signature holds.' }
  if (spf.result === 'pass') return { action: 'inbox', reason: 'SPF passed.' }
  return {
    action: 'junk',
    reason: 'Neither SPF nor DKIM vouches for this message, so it goes to the spam folder.',
  }
}
