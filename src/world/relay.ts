import type { Envelope } from './events.ts'
import type { Internet } from './internet.ts'
import { transmit } from './outbound.ts'
import type { HostSpec } from './spec.ts'

/** Carries a message on from the host that took it, and logs each recipient it could not be brought to. */
export async function relayOnwards(
  net: Internet,
  host: HostSpec,
  envelope: Envelope,
  bytes: Uint8Array,
): Promise<void> {
  const outcomes = await transmit(net, host, {
    helo: host.name,
    from: envelope.from,
    to: envelope.to,
    bytes,
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
