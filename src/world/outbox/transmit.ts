import { runAsync } from '../../core/effects.ts'
import { domainOf, sameName } from '../../core/domain.ts'
import { findMailHosts, type MailHost, type MxVerdict } from '../../auth/mx/evaluate.ts'
import type { DoneEffect } from '../../protocols/smtp/client/session.ts'
import { replyText } from '../../protocols/smtp/wire/reply.ts'
import { answersOn, type Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { domainsOf } from '../domains.ts'
import { converse, type Conversation } from './converse.ts'
import type { Addressee, Letter } from './letter.ts'
import type { Left } from './outbox.ts'
import type { Outcome } from './outcome.ts'

/**
 * Carries a letter to the mail hosts of each addressee's domain, as an MTA does (RFC 5321 §5.1): asks
 * for the MX, tries each host's addresses in order until one answers for good.
 * @returns One outcome an addressee, in their order.
 */
export async function transmit(
  net: Internet,
  letter: Letter,
  to: readonly Addressee[],
): Promise<Left[]> {
  const outcomes = new Map<Addressee, Outcome>()
  for (const [domain, group] of byDomain(to)) {
    const verdict = await runAsync(findMailHosts(domain), answersOn(net, letter.host.name))
    await toHosts(net, letter, { domain, group, verdict }, outcomes)
  }
  return to.map((addressee) => ({ addressee, last: outcomes.get(addressee)! }))
}

function byDomain(to: readonly Addressee[]): Map<string, Addressee[]> {
  const groups = new Map<string, Addressee[]>()
  for (const addressee of to) {
    const domain = domainOf(addressee.address)
    groups.set(domain, [...(groups.get(domain) ?? []), addressee])
  }
  return groups
}

interface Destination {
  readonly domain: string
  readonly group: readonly Addressee[]
  readonly verdict: MxVerdict
}

interface Target {
  readonly name: string
  readonly ip: string
}

async function toHosts(
  net: Internet,
  letter: Letter,
  { domain, group, verdict }: Destination,
  outcomes: Map<Addressee, Outcome>,
): Promise<void> {
  const hosts = closerThan(letter.host, domain, verdict.hosts)
  const nowhere =
    hosts.length < verdict.hosts.length && !hosts.length ? loop(domain) : lostOf(verdict)
  for (const addressee of group) outcomes.set(addressee, nowhere)
  let open = group
  for (const { name, addresses } of hosts)
    for (const ip of addresses) {
      if (!open.length) return
      open = await handOver(net, letter, open, { name, ip }, outcomes)
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
 * Hands a letter over at one address; who does not fit into one session has another.
 * @returns Who was not spoken of there: another host may take those.
 */
async function handOver(
  net: Internet,
  letter: Letter,
  to: readonly Addressee[],
  target: Target,
  outcomes: Map<Addressee, Outcome>,
): Promise<readonly Addressee[]> {
  const said = await converse(net, letter, to, target.ip)
  for (const addressee of to) outcomes.set(addressee, outcomeOf(said, addressee, target))
  if (said.kind === 'no-answer') return to
  const { accepted, refused, left } = said.end
  if (!accepted.length && !refused.length) return isForOthers(said.end) ? to : []
  const others = to.filter(({ address }) => left.includes(address))
  return others.length ? handOver(net, letter, others, target, outcomes) : []
}

/** Another host may have time, or TLS (RFC 8689 §4.2.1). */
const isForOthers = ({ outcome, status }: DoneEffect): boolean =>
  outcome === 'deferred' || status === '5.7.10' || status === '5.7.30'

function outcomeOf(said: Conversation, { address }: Addressee, { name, ip }: Target): Outcome {
  if (said.kind === 'no-answer')
    return {
      kind: 'unreachable',
      reason: `${name} (${ip}) does not answer on port 25.`,
      status: '4.4.1',
    }
  const { connection, end } = said
  const here = { connection, remote: name }
  const alone = end.refused.find(({ recipient }) => recipient === address)
  if (alone) {
    const { code, enhanced, text } = alone
    return { kind: 'refused', ...here, code, ...(enhanced !== undefined && { enhanced }), text }
  }
  if (end.accepted.includes(address))
    return { kind: 'sent', ...here, reports: end.extensions.has('DSN') ? 'itself' : 'never' }
  const { reply, reason = 'The server said nothing that could be understood' } = end
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
