import { askDns, runAsync, type Effect } from '../../core/effects.ts'
import { recordsOf } from '../../core/dns.ts'
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
  return { name: host, addresses, via: { port, ...(login && { login }) } }
}

function* addressesOf(name: string): Effect<string[]> {
  const four = yield* askDns(name, 'A')
  const six = yield* askDns(name, 'AAAA')
  return [
    ...recordsOf(four, 'A').map(({ address }) => address),
    ...recordsOf(six, 'AAAA').map(({ address }) => address),
  ]
}
