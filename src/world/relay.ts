import type { Internet, PassedOn } from './internet.ts'
import { transmit } from './outbound.ts'
import type { HostSpec } from './spec.ts'

/** Carries a message on from the host that took it, and logs each recipient it could not be brought to. */
export async function relayOnwards(
  net: Internet,
  host: HostSpec,
  { envelope, bytes, cause }: PassedOn,
): Promise<void> {
  const outcomes = await transmit(net, host, {
    helo: host.name,
    from: envelope.from,
    to: envelope.to,
    bytes,
    cause,
  })
  outcomes.forEach((outcome, at) => {
    if (outcome.kind === 'sent') return
    net.emit({
      type: 'undeliverable',
      mail: '',
      recipient: envelope.to[at]!,
      reason: outcome.kind === 'unreachable' ? outcome.reason : `${outcome.code} ${outcome.text}`,
    })
  })
}
