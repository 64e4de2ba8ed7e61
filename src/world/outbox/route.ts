import { runAsync } from '../../core/effects.ts'
import { domainOf, sameName } from '../../core/domain.ts'
import { findMailHosts, type MailHost, type MxVerdict } from '../../auth/mx/evaluate.ts'
import type { DoneEffect } from '../../protocols/smtp/client/session.ts'
import { replyText } from '../../protocols/smtp/wire/reply.ts'
import { answersOn, type Internet } from '../internet.ts'
import type { HostSpec, RelayThroughSpec } from '../spec.ts'
import { domainsOf } from '../domains.ts'
import { deliverOverSmtp, type Via } from './deliver-over-smtp.ts'
import type { QueuedRecipient, QueuedMessage } from './queued-message.ts'
import { findSmarthost } from './smarthost.ts'
import type { RecipientOutcome } from './outbox.ts'
import type { Outcome } from './outcome.ts'
import { deliverUnderRule, type RuledResult } from './tls/deliver-under-rule.ts'
import { tlsRulesFor, type TlsRule } from './tls/rules.ts'

/**
 * Routes a message to the mail hosts of each recipient's domain, as an MTA does (RFC 5321 §5.1): asks
 * for the MX, tries each host's addresses in order until one answers for good.
 * @returns One outcome a recipient, in their order.
 */
export async function route(
  net: Internet,
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
): Promise<RecipientOutcome[]> {
  const outcomes = new Map<QueuedRecipient, Outcome>()
  const { relayThrough } = message.host
  if (relayThrough) {
    await toSmarthost(net, message, to, relayThrough, outcomes)
    return to.map((recipient) => ({ recipient, outcome: outcomes.get(recipient)! }))
  }
  for (const [domain, group] of byDomain(to)) {
    const verdict = await runAsync(
      findMailHosts(domain, message.host.sending?.mxAliases),
      answersOn(net, message.host.name, { queueId: message.id }),
    )
    await toHosts(net, message, { domain, group, verdict }, outcomes)
  }
  return to.map((recipient) => ({ recipient, outcome: outcomes.get(recipient)! }))
}

function byDomain(to: readonly QueuedRecipient[]): Map<string, QueuedRecipient[]> {
  const groups = new Map<string, QueuedRecipient[]>()
  for (const recipient of to) {
    const domain = domainOf(recipient.address)
    groups.set(domain, [...(groups.get(domain) ?? []), recipient])
  }
  return groups
}

/** Everything goes to one host, for all recipients; that one finds the rest of the way. */
async function toSmarthost(
  net: Internet,
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
  spec: RelayThroughSpec,
  outcomes: Map<QueuedRecipient, Outcome>,
): Promise<void> {
  const { name, addresses, via } = await findSmarthost(net, message, spec)
  const reason = `\`${name}\` has no address.`
  for (const recipient of to)
    outcomes.set(recipient, { kind: 'unreachable', reason, status: '4.4.4' })
  let open = to
  for (const ip of addresses)
    if (open.length) open = await handOver(net, message, open, { name, ip, via }, outcomes)
}

interface Destination {
  readonly domain: string
  readonly group: readonly QueuedRecipient[]
  readonly verdict: MxVerdict
}

interface Target {
  readonly name: string
  readonly ip: string
  /** Of a smarthost. */
  readonly via?: Via
  /** What TLS must be there, where this host looks at that. */
  readonly rule?: TlsRule
}

async function toHosts(
  net: Internet,
  message: QueuedMessage,
  { domain, group, verdict }: Destination,
  outcomes: Map<QueuedRecipient, Outcome>,
): Promise<void> {
  const hosts = closerThan(message.host, domain, verdict.hosts)
  const nowhere =
    hosts.length < verdict.hosts.length && !hosts.length ? loop(domain) : lostOf(verdict)
  for (const recipient of group) outcomes.set(recipient, nowhere)
  const rules = hosts.length ? await tlsRulesFor(net, message, domain) : undefined
  let open = group
  for (const { name, addresses } of hosts)
    for (const ip of addresses) {
      if (!open.length) return
      const rule = rules && (await rules.forHost(name))
      open = await handOver(net, message, open, { name, ip, ...(rule && { rule }) }, outcomes)
    }
}

/**
 * Only hosts that the domain prefers to this one, where it is among them: mail that went round would
 * never end (RFC 5321 §5.1).
 */
function closerThan(
  host: HostSpec,
  domain: string,
  hosts: readonly MailHost[],
): readonly MailHost[] {
  if (domainsOf(host).includes(domain)) return hosts
  const own = hosts.find(
    ({ name, addresses }) =>
      sameName(name, host.name) || addresses.some((ip) => host.addresses.includes(ip)),
  )
  return own ? hosts.filter(({ preference }) => preference < own.preference) : hosts
}

const loop = (domain: string): Outcome => ({
  kind: 'unreachable',
  reason: `Mail for \`${domain}\` comes back to this host, which does not keep it.`,
  status: '5.4.6',
})

const lostOf = ({ result, reason }: MxVerdict): Outcome => ({
  kind: 'unreachable',
  reason,
  status: MX_STATUS[result],
})

/** RFC 3463 §3.2, §3.5; RFC 7505 §4.2 for the null MX. */
const MX_STATUS: Readonly<Record<MxVerdict['result'], string>> = {
  hosts: '4.4.1',
  implicit: '4.4.1',
  'null-mx': '5.1.10',
  none: '5.1.2',
  temperror: '4.4.3',
}

/**
 * Hands a message over at one address; recipients that do not fit into one session have another.
 * @returns Recipients without an answer there: another host may accept those.
 */
async function handOver(
  net: Internet,
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
  target: Target,
  outcomes: Map<QueuedRecipient, Outcome>,
): Promise<readonly QueuedRecipient[]> {
  const result = target.rule
    ? await deliverUnderRule(net, message, to, { ...target, rule: target.rule })
    : await deliverOverSmtp(net, message, to, target.ip, target.via)
  for (const recipient of to) outcomes.set(recipient, outcomeOf(result, recipient, target))
  if (result.kind !== 'done') return to
  const { accepted, refused, left } = result.end
  if (!accepted.length && !refused.length) return isForOthers(result.end) ? to : []
  const others = to.filter(({ address }) => left.includes(address))
  return others.length ? handOver(net, message, others, target, outcomes) : []
}

/** Another host may have time, or TLS (RFC 8689 §4.2.1). */
const isForOthers = ({ outcome, status }: DoneEffect): boolean =>
  outcome === 'deferred' || status === '5.7.10' || status === '5.7.30'

function outcomeOf(
  result: RuledResult,
  { address }: QueuedRecipient,
  { name, ip, via }: Target,
): Outcome {
  if (result.kind === 'no-answer')
    return {
      kind: 'unreachable',
      reason: `${name} (${ip}) does not answer on port ${via?.port ?? 25}.`,
      status: '4.4.1',
    }
  if (result.kind === 'insecure')
    return { kind: 'unreachable', reason: result.reason, status: result.status ?? '4.7.5' }
  const { connection, end } = result
  const here = { connection, remote: name }
  const alone = end.refused.find(({ recipient }) => recipient === address)
  if (alone) {
    const { code, enhanced, text } = alone
    return { kind: 'refused', ...here, code, ...(enhanced !== undefined && { enhanced }), text }
  }
  if (end.accepted.includes(address))
    return { kind: 'sent', ...here, reports: end.extensions.has('DSN') ? 'itself' : 'never' }
  const { reply, reason = 'The server sent nothing that could be understood' } = end
  if (!reply || end.left.includes(address))
    return { kind: 'unreachable', reason: `${reason}.`, status: end.status ?? LOST[end.outcome] }
  const { code, enhanced } = reply
  return {
    kind: 'refused',
    ...here,
    code,
    ...(enhanced !== undefined && { enhanced }),
    text: replyText(reply),
  }
}

/** Without a word of the server: the line was lost, or it spoke something else (RFC 3463 §3.5, §3.6). */
const LOST = { sent: '4.4.2', deferred: '4.4.2', failed: '5.5.0' } as const
