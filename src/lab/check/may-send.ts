import { domainOf } from '../../core/domain.ts'
import { parseIp } from '../../core/ip.ts'
import { evaluateSpf, type SpfVerdict } from '../../auth/spf/evaluate.ts'
import type { Decision } from '../../auth/spf/verdict.ts'
import type { LinkedSender } from '../link/link.ts'
import type { SenderVerdict } from './checked.ts'
import { askKnown } from './ask-known.ts'
import type { KnownDns } from './known-records.ts'

const unread = ({ ip, mailFrom }: LinkedSender, reason: string): SenderVerdict => ({
  ...{ ip, mailFrom, result: 'unread', reason, lookups: 0, missing: [] },
})

/** Whether an address may send with a MAIL FROM, by what was pasted (RFC 7208). Never throws. */
export function maySend(sender: LinkedSender, dns: KnownDns, helo = ''): SenderVerdict {
  const ip = sender.ip.trim().slice(0, 100)
  const mailFrom = sender.mailFrom.trim().replace(/^<|>$/g, '').slice(0, 400)
  if (!parseIp(ip)) return unread(sender, `\`${ip}\` is no IPv4 or IPv6 address.`)
  const asked = mailFrom === '' || mailFrom.includes('@') ? mailFrom : `postmaster@${mailFrom}`
  const input = { ip, mailFrom: asked, helo: helo || domainOf(asked) || 'unknown' }
  const { result: verdict, missing } = askKnown(evaluateSpf(input), dns)
  const isOpen = verdict.result === 'temperror' && missing.length > 0
  const { decidedBy } = verdict
  return {
    ...{ ip, mailFrom, lookups: verdict.lookups, missing: isOpen ? missing : [] },
    result: isOpen ? 'unknown' : verdict.result,
    reason: isOpen ? openReason(verdict, missing[0]!.name) : verdict.reason,
    ...(decidedBy && !isOpen && { term: termOf(decidedBy) }),
  }
}

const openReason = (verdict: SpfVerdict, name: string): string =>
  verdict.decidedBy
    ? `It hangs on \`${verdict.decidedBy.text}\`, and the record of \`${name}\` was not pasted.`
    : `The record of \`${name}\` was not pasted.`

/** The term that decided in the end: inside of an include, that of the included record. */
function termOf(decision: Decision): NonNullable<SenderVerdict['term']> {
  if (decision.through) return termOf(decision.through)
  const { text, domain, place } = decision
  return { text, domain, ...(place && { place }) }
}
