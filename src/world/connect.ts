import { randomId } from '../core/random.ts'
import { ForwardedConnection } from './forwarded-connection.ts'
import type { Internet } from './internet.ts'
import { actsBetween, isTap } from './on-path/acts.ts'
import { Tap } from './on-path/tap.ts'
import { ServedConnection } from './served-connection.ts'
import { services } from './services/index.ts'
import { parseLoopback } from './spec/values.ts'
import type { HostSpec } from './spec.ts'
import type { Connection, ConnectionListener, Refusal } from './world.ts'

export interface ConnectionRequest {
  /** Name of the connecting host. */
  readonly from: string
  readonly to: string
  readonly port: number
  readonly listener: ConnectionListener
  /** The connection that brought the message which is relayed. */
  readonly relays?: number | undefined
  /** The id under which `from` keeps the message that it wants to send. */
  readonly queueId?: string | undefined
  /** Its source address; by default the first address of `from` in the family of `to`. */
  readonly address?: string | undefined
}

const NONCE_LENGTH = 16

/** The port that `forwardTo` of a host stands for. */
const FORWARDED = 25

/** Lets a host connect to an address; the server there greets at once, or once TLS is up. */
export function connectTo(net: Internet, request: ConnectionRequest): Connection | Refusal {
  const { from, to, port, listener, queueId } = request
  const wanted = net.hosts.at(to)
  const acts = actsBetween(net.spec, from, wanted, port)
  if (!acts.length || !wanted) return open(net, request)
  const note = (does: 'block' | 'redirect', what: string): void =>
    net.emit({ type: 'intercepted', does, from, to: wanted.name, what, ...keptAs(queueId) })
  if (acts.some(({ does }) => does === 'block')) {
    note('block', `Nothing comes through on port ${port}.`)
    return refuse(net, request, 'down')
  }
  const redirect = acts.find((one) => one.does === 'redirect')
  const other = redirect && net.hosts.named(redirect.host)?.addresses[0]
  if (redirect && other !== undefined) note('redirect', `It leads to ${redirect.host} in truth.`)
  const tap = new Tap(net, { from, to: wanted.name, acts: acts.filter(isTap), listener })
  const opened = open(net, { ...request, to: other ?? to, listener: tap })
  return 'refused' in opened ? opened : tap.between(opened)
}

const keptAs = (queueId: string | undefined) => (queueId === undefined ? {} : { queueId })

function refuse(
  net: Internet,
  { from, to, port, queueId }: ConnectionRequest,
  refused: Refusal['refused'],
): Refusal {
  net.emit({ type: 'refused', from, to, port, reason: refused, ...keptAs(queueId) })
  return { refused }
}

function open(net: Internet, request: ConnectionRequest): Connection | Refusal {
  const { from, to, port, listener, relays, queueId } = request
  const { address = sourceAddress(net.hosts.named(from), to) } = request
  const host = net.hosts.at(to)
  if (!host) return refuse(net, request, 'unreachable')
  if (!net.hosts.isUp(host)) return refuse(net, request, 'down')
  const service = services.find((one) => one.port === port && one.offeredBy(host))
  const openService = service?.offeredBy(host)
  const forwardTo = port === FORWARDED ? parseLoopback(host.forwardTo ?? '') : undefined
  const { dial } = net
  if (!(forwardTo && dial) && !(service && openService)) return refuse(net, request, 'refused')
  const connection = net.nextConnection()
  net.emit({
    type: 'opened',
    connection,
    from,
    fromAddress: address,
    to: host.name,
    toAddress: to,
    port,
    ...(relays !== undefined && { relays }),
    ...keptAs(queueId),
  })
  if (forwardTo && dial)
    return new ForwardedConnection(net, {
      connection,
      host: host.name,
      listener,
      dial: (outside) => dial(forwardTo, outside),
    })
  if (!service || !openService) return { refused: 'refused' }
  const peer = { address, name: from, nonce: randomId(net.nonces, NONCE_LENGTH) }
  return new ServedConnection(net, {
    ...{ service, open: openService, served: { host, connection, peer }, listener },
  })
}

/** The address a host connects from: its first of the same family as the target. */
function sourceAddress(host: HostSpec | undefined, target: string): string {
  const addresses = host?.addresses ?? []
  const family = addresses.filter((address) => address.includes(':') === target.includes(':'))
  return family[0] ?? addresses[0] ?? '0.0.0.0'
}
