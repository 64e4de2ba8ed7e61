import { runAsync } from '../../core/effects.ts'
import { addressesOf } from '../addresses-of-name.ts'
import { answersOn, type Internet } from '../internet.ts'
import type { RelayThroughSpec } from '../spec.ts'
import type { Via } from './deliver-over-smtp.ts'
import type { QueuedMessage } from './queued-message.ts'

/** Where a host hands everything over that it sends, and under which name. */
export interface Smarthost {
  readonly name: string
  readonly addresses: readonly string[]
  readonly via: Via
}

/** The addresses of a host’s smarthost: no MX is asked for. */
export async function findSmarthost(
  net: Internet,
  message: QueuedMessage,
  { host, port = 587, login }: RelayThroughSpec,
): Promise<Smarthost> {
  const addresses = await runAsync(
    addressesOf(host),
    answersOn(net, message.host.name, { queueId: message.id }),
  )
  const isPlain = message.host.sending?.tls === 'none'
  const via: Via = { port, ...(login && { login }), ...(isPlain && { tls: 'off' }) }
  return { name: host, addresses, via }
}
