import type { Authentication } from '../auth/authenticate.ts'
import { coversAddress, parseIp } from '../core/ip.ts'

/** What a receiving host does with a message, and why, in a sentence. */
export interface Disposition {
  readonly action: 'inbox' | 'junk' | 'reject'
  readonly reason: string
}

/** What a host makes of DMARC, and what else it knows of its clients. */
export interface ReceiverPolicy {
  /**
   * `careful` by default: a message is never rejected for `p=reject` alone (RFC 9989 §7.4). `literal`
   * does what the domain asks for, as many do; `blind` leaves DMARC out.
   */
  readonly dmarc?: 'careful' | 'literal' | 'blind'
  /** Networks from which it has had bad mail: knowledge beside DMARC. */
  readonly distrusts?: readonly string[]
}

/** The disposition at a host that authenticates nothing. */
export const unauthenticated: Disposition = {
  action: 'inbox',
  reason: 'This host judges nothing: all that it accepts is delivered.',
}

/**
 * The disposition of an authenticated message. Where DMARC fails, the policy of the receiver decides
 * what the policy of the domain comes to (RFC 9989 §5.4); a message that no check vouches for is kept
 * out of the inbox, as large mailbox hosts do.
 * @param ip The client's address.
 * @param vouched What else the host knows in favour of the message, as the end of a sentence.
 */
export function dispositionOf(
  { spf, dkim, dmarc }: Authentication,
  policy: ReceiverPolicy = {},
  ip = '',
  vouched?: string,
): Disposition {
  if (dmarc.result === 'fail' && policy.dmarc !== 'blind') {
    if (vouched !== undefined) return { action: 'inbox', reason: `DMARC failed, but ${vouched}` }
    const failed = failedDmarc(dmarc, policy, ip)
    if (failed) return failed
  }
  if (dmarc.result === 'pass') return { action: 'inbox', reason: 'DMARC passed.' }
  if (dkim.result === 'pass') return { action: 'inbox', reason: 'A DKIM signature holds.' }
  if (spf.result === 'pass') return { action: 'inbox', reason: 'SPF passed.' }
  return {
    action: 'junk',
    reason: 'Neither SPF nor DKIM vouches for this message, so it goes to the spam folder.',
  }
}

function failedDmarc(
  { disposition, reason }: Authentication['dmarc'],
  { dmarc = 'careful', distrusts = [] }: ReceiverPolicy,
  ip: string,
): Disposition | undefined {
  if (disposition === 'quarantine')
    return { action: 'junk', reason: `DMARC failed, and the domain asks for quarantine: ${reason}` }
  if (disposition !== 'reject') return undefined
  const asked = 'DMARC failed, and the domain asks to reject'
  if (dmarc === 'literal')
    return {
      action: 'reject',
      reason: `${asked}; this host does so without asking more: ${reason}`,
    }
  const address = parseIp(ip)
  const network = address && distrusts.find((range) => coversAddress(range, address))
  return network === undefined
    ? {
        action: 'junk',
        reason: `${asked}, but this host knows nothing else against the client: without more it treats that as quarantine (RFC 9989 §7.4): ${reason}`,
      }
    : {
        action: 'reject',
        reason: `${asked}, and this host distrusts the client’s network ${network}: ${reason}`,
      }
}
