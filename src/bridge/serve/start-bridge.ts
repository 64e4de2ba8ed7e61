import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import type { WorldSpec } from '../../world/spec.ts'
import type { BridgeFacts, OpenPort } from '../../world/told/facts.ts'
import type { World } from '../../world/world.ts'
import type { NameSource } from '../dns/answer.ts'
import { tcpDns, udpDns } from '../dns/server.ts'
import { playground, type Playground } from '../http/playground.ts'
import { bindAll, tcpBinding, udpBinding, type Binding } from '../net/bind.ts'
import { createIdentity } from '../net/identity.ts'
import { GRACE, KEPT, TICK } from '../net/limits.ts'
import { mailPort } from '../net/mail-port.ts'
import type { Caller } from '../net/relay.ts'
import { createRelays } from '../net/relays.ts'
import { factsOf } from './facts.ts'
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
  /** What is open, who can log in, and what to try. */
  facts(): BridgeFacts
  /** PEM of the certificate that every TLS port shows. */
  readonly certificate: string
  /** Takes nobody in any more, lets open transactions end, and is then gone. */
  stop(): Promise<void>
}

/**
 * Puts a simulated Internet on ports of this machine.
 * @throws Where a port cannot be had.
 */
export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const { spec, listen, caller, now } = options
  const world = createWorld(spec, { crypto: webCrypto, keep: KEPT })
  const hosts = spec.hosts.map(({ name }) => name)
  const identity = await createIdentity(hosts, now())
  const relays = createRelays()
  const bindings: Binding[] = []
  const pages: Playground[] = []
  const ports: OpenPort[] = []
  const stopClock = passTime(world, now)

  async function open(
    port: Omit<OpenPort, 'port'>,
    wish: number,
    make: (address: string) => Binding[],
  ): Promise<void> {
    const own = ownPort(wish, ports)
    const bound = await bindAll(listen, wish, make)
    bindings.push(...bound.bindings)
    const isOwn = wish === 0 || bound.port === own
    ports.push({ ...port, port: bound.port, ...(!isOwn && { busy: own }) })
  }

  async function stop(): Promise<void> {
    for (const binding of bindings) binding.close()
    await relays.shutDown(GRACE)
    stopClock()
    await world.settled()
    // Pages that follow hear all of it, to the end.
    await Promise.all(pages.map((page) => page.end()))
  }

  const names: NameSource = {
    resolver: world.resolver,
    asked: (name, type) => world.lookUp(caller.name, name, type),
  }
  try {
    await open({ service: 'dns', stands: 53, transport: 'plain' }, wish('dns'), (address) => [
      tcpBinding(tcpDns(names), 'cut'),
      udpBinding(udpDns(names, address.includes(':') ? 'udp6' : 'udp4')),
    ])
    for (const { service, route } of planPorts(spec.hosts)) {
      const { host, port, transport } = route
      await open({ service, host, stands: port, transport }, wish(service), () => [
        tcpBinding(mailPort({ world, route, caller, identity, relays }), 'leave'),
      ])
    }
    const { site } = options
    if (site !== undefined)
      await open({ service: 'http', stands: 80, transport: 'plain' }, wish('http'), () => {
        const page = playground({ root: site, world, run: now().toString(36), facts })
        pages.push(page)
        return [tcpBinding(page.server, 'leave')]
      })
  } catch (error) {
    await stop()
    throw error
  }
  return { world, ports, facts, certificate: identity.certificate, stop }

  function facts(): BridgeFacts {
    return factsOf(spec, ports, caller)
  }

  function wish(service: string): number {
    return options.ports[service] ?? DEFAULT_PORTS[service] ?? 0
  }
}

/** The first port from `wish` on that this bridge did not take itself. */
function ownPort(wish: number, taken: readonly OpenPort[]): number {
  let own = wish
  while (taken.some(({ port }) => port === own)) own++
  return own
}

/** The world's clock goes as fast as the machine's. @returns What stops it. */
function passTime(world: World, now: () => number): () => void {
  let last = now()
  const timer = setInterval(() => {
    const passed = now() - last
    last += passed
    world.advanceClock(passed)
  }, TICK)
  return () => clearInterval(timer)
}
