import type { Observation } from '../../auth/dmarc/reports/gather.ts'
import type { Disposition } from '../disposition.ts'
import type { Internet } from '../internet.ts'
import type { Examined } from '../receiving/examine.ts'
import type { Incoming, Receiver } from '../receiving/receiver.ts'
import { vouchedFor } from '../receiving/vouched.ts'
import { appliedTo } from './applied.ts'
import { reportFailure } from './failure.ts'

/** Messages that a host keeps for its reports. */
const MAX_OBSERVATIONS = 10_000

/** Notes what a host made of a message, where it reports that (RFC 9990 §3.1.1). */
export function observe(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  examined: Examined | undefined,
  disposition: Disposition,
): void {
  const { host, service } = receiver
  if (!host.reports || !examined) return
  const { authentication } = examined.judgement
  const { spf, dkim, dmarc } = authentication
  if (!dmarc.record) return
  const { ip, from, to } = incoming.envelope
  const { trusts } = service
  const vouched = vouchedFor({ forwarders: trusts?.forwarders ?? [] }, ip, undefined)
    ? 'forwarder'
    : trusts && vouchedFor(trusts, ip, examined.arc)
      ? 'list'
      : undefined
  const { observed } = net.stateOf(host.name)
  const seen: Observation = {
    ...{ at: net.clock.now(), ip, mailFrom: from, rcptTo: to[0] ?? '' },
    ...{ spf, dkim: dkim.signatures, dmarc },
    ...appliedTo(authentication, disposition, vouched),
  }
  if (host.reports.dmarc && observed.length < MAX_OBSERVATIONS) observed.push(seen)
  if (host.reports.failures) reportFailure(net, receiver, incoming, authentication, disposition)
}
