import { answerLater } from '../core/ask.ts'
import { domainOf } from '../core/domain.ts'
import { findMailHosts, type MxVerdict } from '../auth/mx/evaluate.ts'
import { replyText } from '../protocols/smtp/reply.ts'
import { converse, type Conversation, type Outbound } from './converse.ts'
import { answersOn, type Internet } from './internet.ts'
import type { HostSpec } from './spec.ts'

/** What became of one recipient at the sending host. */
export type Outcome =
  | { readonly kind: 'sent'; readonly connection: number }
  | {
      readonly kind: 'refused'
      readonly connection: number
      readonly code: number
      readonly text: string
    }
  | { readonly kind: 'unreachable'; readonly reason: string }

/**
 * Carries a message to the mail hosts of each recipient's domain, as an MTA does (RFC 5321 §5.1):
 * asks for the MX, tries each host's addresses in order until one answers for good.
 * @returns One outcome a recipient, in their order.
 */
export async function transmit(net: Internet, host: HostSpec, mail: Outbound): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  for (const [domain, recipients] of byDomain(mail.to)) {
    const hosts = await answerLater(findMailHosts(domain), answersOn(net, host.name))
    for (const [recipient, outcome] of await toHosts(net, host, { ...mail, to: recipients }, hosts))
      outcomes.set(recipient, outcome)
  }
  return mail.to.map((recipient) => outcomes.get(recipient)!)
}

function byDomain(recipients: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const recipient of recipients) {
    const domain = domainOf(recipient)
    groups.set(domain, [...(groups.get(domain) ?? []), recipient])
  }
  return groups
}

async function toHosts(
  net: Internet,
  host: HostSpec,
  mail: Outbound,
  { hosts, reason }: MxVerdict,
): Promise<[string, Outcome][]> {
  let last = reason
  for (const target of hosts.flatMap(({ name, addresses }) =>
    addresses.map((ip) => ({ name, ip })),
  )) {
    const said = await converse(net, host.name, target.ip, mail)
    if (said.kind === 'done')
      return mail.to.map((recipient) => [recipient, outcomeOf(said, recipient)])
    last = `${target.name} (${target.ip}) does not answer on port 25.`
  }
  return mail.to.map((recipient) => [recipient, { kind: 'unreachable', reason: last }])
}

function outcomeOf(
  { connection, end }: Extract<Conversation, { kind: 'done' }>,
  recipient: string,
): Outcome {
  const alone = end.refused.find((one) => one.recipient === recipient)
  if (alone) return { kind: 'refused', connection, code: alone.code, text: alone.text }
  if (end.outcome === 'sent') return { kind: 'sent', connection }
  return end.reply
    ? { kind: 'refused', connection, code: end.reply.code, text: replyText(end.reply) }
    : {
        kind: 'unreachable',
        reason: `${end.reason ?? 'The server said nothing that could be understood'}.`,
      }
}
