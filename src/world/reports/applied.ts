import type { Authentication } from '../../auth/authenticate.ts'
import type { OverrideReason } from '../../auth/dmarc/reports/report.ts'
import type { Policy } from '../../auth/dmarc/parse.ts'
import type { Disposition } from '../disposition.ts'

/** What a host did with a message, in the words of DMARC reports. */
export interface Applied {
  readonly applied: Policy
  readonly reasons: readonly OverrideReason[]
}

const POLICY_OF: Readonly<Record<Disposition['action'], Policy>> = {
  inbox: 'none',
  junk: 'quarantine',
  reject: 'reject',
}

/**
 * What was applied to a message whose DMARC failed, and why that is not what the domain asks for
 * (RFC 9990 §3.1.6). Where the domain asks for nothing, the spam folder is no matter of DMARC.
 * @param vouched Who else vouched for the message.
 */
export function appliedTo(
  { dmarc }: Pick<Authentication, 'dmarc'>,
  { action, reason }: Disposition,
  vouched: 'forwarder' | 'list' | undefined,
): Applied {
  const asked = dmarc.policy ?? 'none'
  if (dmarc.result !== 'fail') return { applied: 'none', reasons: [] }
  const applied = asked === 'none' && action !== 'reject' ? 'none' : POLICY_OF[action]
  if (applied === asked) return { applied, reasons: [] }
  // A policy that is tested is applied one step weaker, as the domain wants it.
  if (applied === dmarc.disposition && dmarc.record?.testing)
    return { applied, reasons: [{ type: 'policy_test_mode' }] }
  if (vouched === 'forwarder') return { applied, reasons: [{ type: 'trusted_forwarder' }] }
  if (vouched === 'list')
    return { applied, reasons: [{ type: 'mailing_list', comment: 'arc=pass' }] }
  return { applied, reasons: [{ type: 'local_policy', comment: commentOf(reason) }] }
}

/** The first clause of a sentence is enough. */
const commentOf = (reason: string): string => reason.split(':')[0]!.slice(0, 200)
