import { coversAddress, parseIp } from '../../core/ip.ts'
import type { Refusal } from '../../protocols/smtp/server/host.ts'
import { expand } from '../addresses/expand.ts'
import { dispositionOf, unauthenticated, type Disposition } from '../disposition.ts'
import { filterAtEnd } from '../filters/run.ts'
import type { Internet } from '../internet.ts'
import { refusesPost } from '../lists/post.ts'
import type { Examined } from './examine.ts'
import { isLocal } from './is-local.ts'
import type { Incoming, Receiver } from './receiver.ts'
import { vouchedFor } from './vouched.ts'

/** A disposition, and the reply where it is a refusal of its own kind. */
export interface Decided extends Disposition {
  readonly reply?: Refusal
}

/** What a host does with a message: by DMARC, by its filters, and by whether any recipient wants it. */
export function decide(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  examined: Examined | undefined,
): Decided {
  const judged = byAuthentication(receiver, incoming, examined)
  if (judged.action === 'reject') return judged
  const decided = byFilters(net, receiver, incoming, examined) ?? judged
  if (decided.action === 'reject') return decided
  return refusedByAll(net, receiver, incoming, decided) ?? decided
}

function byAuthentication(
  { service }: Receiver,
  { envelope }: Incoming,
  examined: Examined | undefined,
): Disposition {
  if (!examined) return unauthenticated
  const vouched = service.trusts && vouchedFor(service.trusts, envelope.ip, examined.arc)
  return dispositionOf(examined.judgement.authentication, service, envelope.ip, vouched)
}

/** Of strangers alone: users and networks that may relay are known otherwise. */
function byFilters(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  examined: Examined | undefined,
): Decided | undefined {
  const { host, service, connection } = receiver
  const { envelope } = incoming
  const address = parseIp(envelope.ip)
  const isKnown =
    envelope.user !== undefined ||
    (address && service.relayFrom?.some((network) => coversAddress(network, address)))
  if (!service.filters || isKnown || !envelope.to.some((one) => isLocal(receiver, one)))
    return undefined
  const {
    refusal,
    junk,
    basis = BY_FILTERS,
  } = filterAtEnd({ net, host, connection, incoming, examined })
  if (refusal) return { action: 'reject', reason: refusal.text, reply: refusal, basis }
  return junk === undefined ? undefined : { action: 'junk', reason: junk, basis }
}

const BY_FILTERS = { setting: 'smtp.filters' }

/** Where no recipient wants a message, the session refuses it, and no report is needed. */
function refusedByAll(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  disposition: Disposition,
): Decided | undefined {
  let first: Decided | undefined
  for (const address of incoming.envelope.to) {
    if (!isLocal(receiver, address)) return undefined
    const against = refusedFor(net, receiver, incoming, disposition, address)
    if (!against) return undefined
    first ??= against
  }
  return first
}

function refusedFor(
  net: Internet,
  { host }: Receiver,
  incoming: Incoming,
  { action, reason }: Disposition,
  address: string,
): Decided | undefined {
  const found = expand(net, host, address)
  if (found.by === 'list' && found.list.purpose === 'post') {
    const against = refusesPost({ incoming }, found.list.list)
    return against && refusal('lists', against.reason, against.status)
  }
  const isForwarded =
    (found.by === 'alias' || found.by === 'catch-all') && found.mailboxes.length === 0
  return isForwarded && action === 'junk' && host.forwarding?.junk === 'refused'
    ? refusal('forwarding.junk', `This host sends on no junk. ${reason}`)
    : undefined
}

const refusal = (setting: string, text: string, enhanced = '5.7.1'): Decided => ({
  basis: { setting },
  ...{ action: 'reject', reason: text, reply: { code: 550, enhanced, text } },
})
