import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import { randomId } from '../../core/random.ts'
import type { Verdict } from '../../protocols/smtp/server/session.ts'
import { acceptMessage } from '../inbound.ts'
import type { Internet } from '../internet.ts'
import { authorOf } from '../lists/rewrite-post.ts'
import { ID_LENGTH, type Incoming, type Receiver } from '../receiving/receiver.ts'
import { note } from '../reputation/senders.ts'
import type { TenantSpec } from '../spec.ts'
import { signFor } from '../write-mail.ts'
import { bouncePath } from './bounce-path.ts'

/** A customer’s message, on its way out: not to who wants none, and with a reverse-path for its bounces. */
export async function handIn(
  net: Internet,
  receiver: Receiver,
  tenant: TenantSpec,
  given: Incoming,
): Promise<Verdict> {
  const { host } = receiver
  const author = domainOf(authorOf(given.message)?.address ?? '')
  if (!tenant.domains.some((domain) => isSameDomain(domain, author)))
    return {
      ...{ accepted: false, code: 550, enhanced: '5.7.1' },
      text: `${tenant.login} may not write as ${author || 'nobody'}`,
    }
  const { sentBy } = net.stateOf(host.name)
  const times = sentBy.get(tenant.login) ?? []
  sentBy.set(tenant.login, times)
  note(times, net.clock.now())
  const also = host.sending?.alsoSigns
  const message = also ? await signFor(net, host, also, given.message) : given.message
  const wanted = withoutSuppressed(net, receiver, { ...given, message })
  if (!wanted.envelope.to.length)
    return { accepted: true, queueId: randomId(net.random, ID_LENGTH) }
  if (tenant.returnPath === undefined) return acceptMessage(net, receiver, wanted)
  let last: Verdict | undefined
  for (const [at, recipient] of wanted.envelope.to.entries()) {
    const from = bouncePath(tenant.returnPath, recipient)
    last = await acceptMessage(net, receiver, only(wanted, at, from))
  }
  return last!
}

/** The message for one of its recipients, with a reverse-path of its own. */
const only = (incoming: Incoming, at: number, from: string): Incoming => {
  const { envelope } = incoming
  const [to, recipients] = [envelope.to.slice(at, at + 1), envelope.recipients.slice(at, at + 1)]
  return { ...incoming, envelope: { ...envelope, from, to, recipients } }
}

function withoutSuppressed(
  net: Internet,
  { host, connection }: Receiver,
  incoming: Incoming,
): Incoming {
  const { suppressed } = net.stateOf(host.name)
  const { envelope } = incoming
  const keeps = (address: string): boolean => !suppressed.has(address.toLowerCase())
  for (const subject of envelope.to.filter((address) => !keeps(address)))
    net.emit({
      ...{ type: 'decided', host: host.name, connection, policy: 'suppression' },
      setting: 'sending.suppresses',
      ...{ action: 'dropped', subject },
      reason: `${suppressed.get(subject.toLowerCase())!}, so nothing is sent.`,
    })
  return {
    ...incoming,
    envelope: {
      ...envelope,
      to: envelope.to.filter(keeps),
      recipients: envelope.recipients.filter((_, at) => keeps(envelope.to[at]!)),
    },
  }
}
