import { coversAddress, parseIp } from '../../core/ip.ts'
import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import { randomId } from '../../core/random.ts'
import { composeFeedback } from '../../message/feedback/compose.ts'
import { domainsOf } from '../domains.ts'
import { authorOf } from '../lists/rewrite-post.ts'
import { sendOwn } from '../outbox/send-own.ts'
import type { Accepted } from '../receiving/accepted.ts'
import { note, senderOf } from '../reputation/senders.ts'
import type { FeedbackLoopSpec } from '../spec.ts'
import { signMessage } from '../write-mail.ts'

/** A reader calls a message spam: its host counts that, and reports it to who sent it (RFC 5965 §2). */
export async function complain(accepted: Accepted, reader: string): Promise<void> {
  const { net, receiver, incoming, receipt, examined } = accepted
  const { host, connection } = receiver
  const { from, ip } = incoming.envelope
  const now = net.clock.now()
  const signedBy = (examined?.judgement.authentication.dkim.signatures ?? [])
    .filter(({ result }) => result === 'pass')
    .map(({ domain }) => domain)
  const domain =
    signedBy[0] ?? (domainOf(from) || domainOf(authorOf(incoming.message)?.address ?? ''))
  for (const key of [ip, domain])
    note(senderOf(net.stateOf(host.name).senders, key).complaints, now)
  const to = loopFor(host.feedbackLoops ?? [], signedBy, ip)?.to ?? `abuse@${domain}`
  net.emit({
    ...{ type: 'decided', host: host.name, connection, queueId: receipt.id, policy: 'feedback' },
    ...{ action: 'reported', subject: from },
    reason: `${reader} calls the message spam; the report goes to ${to}.`,
    setting: 'feedbackLoops',
    source: { rfc: 5965, section: '2' },
  })
  const bytes = await signMessage(
    net,
    host,
    composeFeedback({
      ...{ type: 'abuse', reportingMta: host.name, to, at: now, arrivedAt: receipt.at },
      from: `Feedback <postmaster@${domainsOf(host)[0] ?? host.name}>`,
      messageId: `<${randomId(net.random, 12)}@${host.name}>`,
      ...{ sourceIp: ip, originalMailFrom: from, originalRcptTo: reader, reportedDomain: domain },
      ...(examined && { authenticationResults: examined.results }),
      original: incoming.message,
    }),
  )
  net.inTurn(async () => {
    const reason = 'A reader’s complaint about a message.'
    sendOwn(net, host, { to, bytes, about: receipt.id, reason, cause: connection })
    return Promise.resolve()
  })
}

/** Who asked this host for complaints: by a domain that signed, or by the client’s network. */
function loopFor(
  loops: readonly FeedbackLoopSpec[],
  signedBy: readonly string[],
  ip: string,
): FeedbackLoopSpec | undefined {
  const address = parseIp(ip)
  return loops.find(
    ({ domain, network }) =>
      (domain !== undefined && signedBy.some((one) => isSameDomain(one, domain))) ||
      (network !== undefined && address !== undefined && coversAddress(network, address)),
  )
}
