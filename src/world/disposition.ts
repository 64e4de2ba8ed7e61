import type { Authentication } from '../auth/authenticate.ts'
import { coversAddress, parseIp } from '../core/ip.ts'
import type { Basis } from './log/basis.ts'

/** What a receiving host does with a message, and why, in a sentence. */
export interface Disposition {
  readonly action: 'inbox' | 'junk' | 'reject'
  readonly reason: string
  readonly basis: Basis
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
  /**
   * What becomes of a message that neither SPF nor DKIM vouches for: the spam folder by default, as at
   * large mailbox hosts. With `inbox` the results are noted in the message alone.
   */
  readonly unvouched?: 'junk' | 'inbox'
}

/** The disposition at a host that authenticates nothing. */
export const unauthenticated: Disposition = {
  action: 'inbox',
  reason: 'This host judges nothing: all that it accepts is delivered.',
  basis: { setting: 'smtp.authenticates' },
}

/**
 * The disposition of an authenticated message. Where DMARC fails, the policy of the receiver decides
 * what the policy of the domain comes to (RFC 9989 §5.4), and what becomes of a message that no check
 * vouches for.
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
    if (vouched !== undefined)
      return {
        ...{ action: 'inbox', reason: `DMARC failed, but ${vouched}` },
        basis: onRecord(dmarc, 'smtp.trusts', '7.4'),
      }
    const failed = failedDmarc(dmarc, policy, ip)
    if (failed) return failed
  }
  const basis = { setting: 'smtp.authenticates' }
  if (dmarc.result === 'pass')
    return { action: 'inbox', reason: 'DMARC passed.', basis: onRecord(dmarc, basis.setting) }
  if (dkim.result === 'pass') return { action: 'inbox', reason: 'A DKIM signature holds.', basis }
  if (spf.result === 'pass') return { action: 'inbox', reason: 'SPF passed.', basis }
  return unvouched(policy)
}

function unvouched({ unvouched: action = 'junk' }: ReceiverPolicy): Disposition {
  const found = 'Neither SPF nor DKIM vouches for this message'
  return {
    action,
    basis: { setting: 'smtp.unvouched', line: `unvouched = ${action}` },
    reason:
      action === 'junk'
        ? `${found}, so it goes to the spam folder.`
        : `${found}; this host only notes that, and delivers it.`,
  }
}

/** The record of the author’s domain, and what a receiver makes of it. */
const onRecord = ({ place }: Authentication['dmarc'], setting: string, section = '5.4'): Basis => ({
  ...{ setting, source: { rfc: 9989, section } },
  ...(place && { place }),
})

function failedDmarc(
  verdict: Authentication['dmarc'],
  { dmarc = 'careful', distrusts = [] }: ReceiverPolicy,
  ip: string,
): Disposition | undefined {
  const { disposition, reason } = verdict
  if (disposition === 'quarantine')
    return {
      basis: onRecord(verdict, 'smtp.dmarc'),
      action: 'junk',
      reason: `DMARC failed, and the domain asks for quarantine: ${reason}`,
    }
  if (disposition !== 'reject') return undefined
  const asked = 'DMARC failed, and the domain asks to reject'
  if (dmarc === 'literal')
    return {
      basis: onRecord(verdict, 'smtp.dmarc'),
      action: 'reject',
      reason: `${asked}; this host does so without asking more: ${reason}`,
    }
  const address = parseIp(ip)
  const network = address && distrusts.find((range) => coversAddress(range, address))
  return network === undefined
    ? {
        basis: onRecord(verdict, 'smtp.dmarc', '7.4'),
        action: 'junk',
        reason: `${asked}, but this host knows nothing else against the client: without more it treats that as quarantine (RFC 9989 §7.4): ${reason}`,
      }
    : {
        basis: onRecord(verdict, 'smtp.distrusts', '7.4'),
        action: 'reject',
        reason: `${asked}, and this host distrusts the client’s network ${network}: ${reason}`,
      }
}
