import type { Authentication } from '../auth/authenticate.ts'

/** Where a receiving host puts a message, and why, in a sentence. */
export interface Placement {
  readonly action: 'inbox' | 'junk' | 'reject'
  readonly reason: string
}

/**
 * What a receiver does with a judged message: it obeys the domain owner's DMARC policy (RFC 9989
 * §5.3.6), and keeps what nobody vouches for out of the inbox, as the large mailbox hosts do.
 */
export function placeMessage({ spf, dkim, dmarc }: Authentication): Placement {
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
