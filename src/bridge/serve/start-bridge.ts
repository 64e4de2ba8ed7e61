import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import type { WorldSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { tcpDns, udpDns } from '../dns/server.ts'
import { playgroundServer } from '../http/playground.ts'
import { bindAll, tcpBinding, udpBinding, type Binding } from '../net/bind.ts'
import { createIdentity } from '../net/identity.ts'
import { GRACE, TICK } from '../net/limits.ts'
import { mailPort } from '../net/mail-port.ts'
import type { Caller } from '../net/relay.ts'
import { createRelays } from '../net/relays.ts'
import { DEFAULT_PORTS, planPorts } from './ports.ts'

export interface BridgeOptions {
  readonly spec: WorldSpec
  /** Addresses of this machine to listen on. */
  readonly listen: readonly string[]
  /** First ports to try, by service; 0 takes any free one. */
  readonly ports: Readonly<Record<string, number>>
  /** Whom real programs are taken for in the simulated Internet. */
  readonly caller: Caller
  /** Folder of the built site; without one there is no HTTP. */
  readonly site?: string
  /** Milliseconds since 1970, from a clock that goes on. */
  now(): number
}

export interface Bridge {
  readonly world: World
  readonly ports: readonly OpenPort[]
  /** PEM of the certificate that every TLS port shows. */
  readonly certificate: string
  /** Takes nobody in any more, lets open transactions end, and is then gone. */
  stop(): Promise<void>
}

/** A service of the simulated Internet, and where it is to be had. */
export interface OpenPort {
  /** As the port registry names it. */
  readonly service: string
  /** The simulated host; the DNS and the playground have none. */
  readonly host?: string
  /** Its port there. */
  readonly stands: number
  /** The port on this machine. */
  readonly port: number
  readonly transport: 'plain' | 'implicit'
}

/**
 * Puts a simulated Internet on ports of this machine.
 * @throws Where a port cannot be had.
 */
export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const { spec, listen, caller, now } = options
  const world = createWorld(spec, { crypto: webCrypto })
  const names = spec.hosts.map(({ name }) => name)
  const identity = await createIdentity(names, now())
  const relays = createRelays()
  const bindings: Binding[] = []
  const ports: OpenPort[] = []
  const stopClock = passTime(world, now)

  async function open(
    port: Omit<OpenPort, 'port'>,
    wish: number,
    make: (address: string) => Binding[],
  ): Promise<void> {
    const bound = await bindAll(listen, wish, make)
    bindings.push(...bound.bindings)
    ports.push({ ...port, port: bound.port })
  }

  async function stop(): Promise<void> {
    for (const binding of bindings) binding.close()
    await relays.shutDown(GRACE)
    stopClock()
    await world.settled()
  }

  try {
    await open({ service: 'dns', stands: 53, transport: 'plain' }, wish('dns'), (address) => [
      tcpBinding(tcpDns(world.resolver), 'cut'),
      udpBinding(udpDns(world.resolver, address.includes(':') ? 'udp6' : 'udp4')),
    ])
    for (const { service, route } of planPorts(spec.hosts)) {
      const { host, port, transport } = route
      await open({ service, host, stands: port, transport }, wish(service), () => [
        tcpBinding(mailPort({ world, route, caller, identity, relays }), 'leave'),
      ])
    }
    const { site } = options
    if (site !== undefined)
      await open({ service: 'http', stands: 80, transport: 'plain' }, wish('http'), () => [
        tcpBinding(playgroundServer({ root: site, world, facts: () => ({ ports }) }), 'cut'),
      ])
  } catch (error) {
    await stop()
    throw error
  }
  return { world, ports, certificate: identity.certificate, stop }

  function wish(service: string): number {
    return options.ports[service] ?? DEFAULT_PORTS[service] ?? 0
  }
}

/** The world's clock goes as fast as the machine's. @returns What stops it. */
function passTime(world: World, now: () => number): () => void {
  let last = now()
  const timer = setInterval(() => {
    const passed = now() - last
    last += passed
    world.pass(passed)
  }, TICK)
  return () => clearInterval(timer)
}
