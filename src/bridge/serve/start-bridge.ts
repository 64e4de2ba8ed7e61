import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import type { WorldSpec } from '../../world/spec.ts'
import type { BridgeFacts, OpenPort } from '../../world/bridge-facts.ts'
import type { World } from '../../world/world.ts'
import type { NameSource } from '../dns/answer.ts'
import { tcpDns, udpDns } from '../dns/server.ts'
import { playground, type Playground } from '../http/playground.ts'
import { dialLoopback } from '../net/dial-loopback.ts'
import { bindAll, tcpBinding, udpBinding, type Binding } from '../net/bind.ts'
import { createCertificate, type Certificate } from '../net/certificate.ts'
import { GRACE, KEPT, TICK } from '../net/limits.ts'
import { mailPort } from '../net/mail-port.ts'
import type { Caller } from '../net/relay.ts'
import { createRelays } from '../net/relays.ts'
import { EditedZones } from '../zones/edited-zones.ts'
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
  /** Whether the page shows zones to be read alone; it edits them by default. */
  readonly readOnly?: boolean
  /** Milliseconds since 1970, from a clock that goes on. */
  now(): number
}

export interface Bridge {
  readonly world: World
  readonly zones: EditedZones
  /** What it takes to edit zones from another machine. */
  readonly token: string
  readonly ports: readonly OpenPort[]
  /** What is open, who can log in, and what to try. */
  facts(): BridgeFacts
  /** PEM of the certificate that every TLS port shows. */
  readonly certificate: string
  /** Closes its ports, lets open transactions end, and resolves when all is closed. */
  stop(): Promise<void>
}

/**
 * Puts a simulated Internet on ports of this machine.
 * @throws Where a port cannot be had.
 */
export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const { spec, now } = options
  const world = createWorld(spec, {
    crypto: webCrypto,
    keep: KEPT,
    time: { now, wait },
    dial: dialLoopback,
  })
  const identity = await createCertificate(
    spec.hosts.map(({ name }) => name),
    now(),
  )
  const bridge = new OpenBridge(world, identity, options)
  try {
    await bridge.openDns()
    await bridge.openMailPorts()
    await bridge.openSite()
  } catch (error) {
    await bridge.stop()
    throw error
  }
  return bridge
}

/** A bridge and the ports that it has opened so far. */
class OpenBridge implements Bridge {
  readonly world: World
  readonly zones: EditedZones
  readonly token = randomBytes(16).toString('base64url')
  readonly ports: OpenPort[] = []
  readonly certificate: string
  private readonly identity: Certificate
  private readonly options: BridgeOptions
  private readonly relays = createRelays()
  private readonly bindings: Binding[] = []
  private readonly pages: Playground[] = []
  private readonly stopClock: () => void

  constructor(world: World, identity: Certificate, options: BridgeOptions) {
    this.world = world
    this.zones = new EditedZones(world)
    this.identity = identity
    this.certificate = identity.certificate
    this.options = options
    this.stopClock = tickWithMachine(world)
  }

  facts(): BridgeFacts {
    const facts = factsOf(this.options.spec, this.ports, this.options.caller)
    const zones = this.world.zones.map(({ file, origin, text }) => ({ file, origin, text }))
    return { ...facts, zones }
  }

  openDns(): Promise<void> {
    const { world } = this
    const { caller } = this.options
    const names: NameSource = {
      resolver: world.resolver,
      asked: (name, type) => world.lookUp(caller.name, name, type),
    }
    return this.open({ service: 'dns', stands: 53, transport: 'plain' }, (address) => [
      tcpBinding(tcpDns(names), 'cut'),
      udpBinding(udpDns(names, address.includes(':') ? 'udp6' : 'udp4')),
    ])
  }

  async openMailPorts(): Promise<void> {
    const { world, identity, relays } = this
    const { spec, caller } = this.options
    for (const { service, route } of planPorts(spec.hosts)) {
      const { host, port, transport } = route
      await this.open({ service, host, stands: port, transport }, () => [
        tcpBinding(mailPort({ world, route, caller, identity, relays }), 'leave'),
      ])
    }
  }

  /** The playground and what the page “Live” asks for; nothing where no site is built. */
  async openSite(): Promise<void> {
    const { site, readOnly: isOff = false, now } = this.options
    if (site === undefined) return
    const { world, zones, token } = this
    const run = now()
    const rules = { isOff, token }
    await this.open({ service: 'http', stands: 80, transport: 'plain' }, () => {
      const page = playground({
        ...{ root: site, world, zones, rules, run },
        facts: () => this.facts(),
      })
      this.pages.push(page)
      return [tcpBinding(page.server, 'leave')]
    })
  }

  async stop(): Promise<void> {
    for (const binding of this.bindings) binding.close()
    await this.relays.shutDown(GRACE)
    this.stopClock()
    await this.world.settled()
    // Pages that follow receive all of it, to the end.
    await Promise.all(this.pages.map((page) => page.end()))
  }

  private async open(
    port: Omit<OpenPort, 'port'>,
    make: (address: string) => Binding[],
  ): Promise<void> {
    const { listen, ports } = this.options
    const wish = ports[port.service] ?? DEFAULT_PORTS[port.service] ?? 0
    const own = ownPort(wish, this.ports)
    const bound = await bindAll(listen, wish, make)
    this.bindings.push(...bound.bindings)
    const isOwn = wish === 0 || bound.port === own
    this.ports.push({ ...port, port: bound.port, ...(!isOwn && { busy: own }) })
  }
}

/** The first port from `wish` on that this bridge did not take itself. */
function ownPort(wish: number, taken: readonly OpenPort[]): number {
  let own = wish
  while (taken.some(({ port }) => port === own)) own++
  return own
}

/** Time goes by for sessions and queues as it does on the machine. @returns A function that stops it. */
function tickWithMachine(world: World): () => void {
  const timer = setInterval(() => world.advanceClock(0), TICK)
  return () => clearInterval(timer)
}
