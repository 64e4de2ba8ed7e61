import { simulatedClock } from '../core/clock.ts'
import { normalizeName } from '../core/domain.ts'
import { formatIp, parseIp } from '../core/ip.ts'
import { seededRandom } from '../core/random.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { emptyMemory, type HostMemory } from '../protocols/smtp/policies/memory.ts'
import { connectTo } from './connect.ts'
import type { Internet, TickListener } from './internet.ts'
import { createLog } from './log.ts'
import { Mailboxes } from './mailboxes.ts'
import { createOutbox } from './outbox/outbox.ts'
import { retryDue, retryFor, sendLetter } from './outbox/send-letter.ts'
import { createLane, createQueue } from './queue.ts'
import { sendMail } from './send.ts'
import type { HostSpec, WorldSpec } from './spec.ts'
import type { World, WorldPorts } from './world.ts'

/** Builds the world of a spec. The same spec and the same acts give the same events, octet for octet. */
export function createWorld(spec: WorldSpec, { crypto, keep }: WorldPorts): World {
  const clock = simulatedClock(Date.parse(spec.now))
  const log = createLog(() => clock.now(), keep)
  const names = nameService(spec)
  const hosts = hostIndex(spec.hosts)
  const queue = createQueue()
  const sends = createLane()
  const relays = createLane()
  const quiet = async (): Promise<void> => {
    do {
      await queue.idle()
      await relays.idle()
    } while (queue.busy || relays.busy)
  }
  let connections = 0
  const memories = new Map<string, HostMemory>()
  const members = new Set<TickListener>()
  const tick = (but?: TickListener): void => {
    for (const member of members)
      if (member !== but) member.handle({ type: 'tick', now: clock.now() })
  }
  const net: Internet = {
    spec,
    clock,
    random: seededRandom(spec.seed),
    nonces: seededRandom(~spec.seed),
    queue,
    crypto,
    resolver: names.resolver,
    log,
    mailboxes: new Mailboxes(spec),
    ...hosts,
    nextConnection: () => ++connections,
    memoryOf(host) {
      const memory = memories.get(host) ?? emptyMemory()
      memories.set(host, memory)
      return memory
    },
    // Told before and after, so that who waits for an answer knows how long.
    advanceClock(milliseconds, by) {
      tick(by)
      clock.advance(milliseconds)
      tick(by)
    },
    subscribe(member) {
      members.add(member)
      return () => void members.delete(member)
    },
    emit: log.emit,
    quiet,
    outbox: createOutbox(),
    dispatch: (letter) => net.inTurn(() => sendLetter(net, letter)),
    flush: (host, domain) => net.inTurn(() => retryFor(net, host, domain)),
    inTurn: (doing) => void relays.run(doing),
  }
  /** The time up to which it is being let go by, with all that is due on the way. */
  let until: number | undefined
  const passTo = (time: number): void => {
    clock.advance(time - clock.now())
    tick()
  }
  async function passSlowly(): Promise<void> {
    for (;;) {
      const [first] = net.outbox.waiting
      if (!first || first.nextTry > until!) break
      passTo(first.nextTry)
      await relays.run(() => retryDue(net))
    }
    passTo(until!)
    until = undefined
  }
  net.mailboxes.store.subscribe(() => {
    for (const member of members) member.handle({ type: 'changed' })
  })
  return {
    spec,
    clock,
    hosts: spec.hosts,
    get zones() {
      return names.zones()
    },
    get problems() {
      return names.problems()
    },
    resolver: names.resolver,
    events: log.events,
    get droppedCount() {
      return log.droppedCount
    },
    mailboxes: net.mailboxes.all,
    store: net.mailboxes.store,
    setZone: names.setZone,
    connect: (from, to, port, listener, address) =>
      connectTo(net, { from, to, port, listener, address }),
    lookUp(by, name, type) {
      const answer = names.resolver.query(name, type)
      log.emit({ type: 'dns', by, question: { ask: 'dns', name, type }, answer })
      return answer
    },
    send: (mail) => sends.run(() => sendMail(net, mail)),
    get outbox() {
      return net.outbox.waiting
    },
    advanceClock(milliseconds) {
      if (until !== undefined) {
        until += milliseconds
        return
      }
      const end = clock.now() + milliseconds
      const [first] = net.outbox.waiting
      if (!first || first.nextTry > end) return passTo(end)
      until = end
      void sends.run(passSlowly)
    },
    async settled() {
      do {
        await sends.idle()
        await quiet()
      } while (sends.busy)
    },
    subscribe: log.subscribe,
  }
}

/** The zones as they stand, and a resolver that always sees them so. */
function nameService(spec: WorldSpec) {
  const zones = new Map<string, ParsedZone>()
  const published = (): Zone[] => [...zones.values()].map(({ zone }) => zone)
  let resolver = createResolver([])
  const publish = (origin: string, text: string): void => {
    const name = normalizeName(origin)
    zones.set(name, parseZone(text, { origin: name }))
    resolver = createResolver(published())
  }
  for (const { origin, text } of spec.zones) publish(origin, text)
  return {
    zones: published,
    problems: () => [...zones.values()].flatMap(({ problems }) => problems),
    setZone: publish,
    resolver: {
      query: (...question: Parameters<typeof resolver.query>) => resolver.query(...question),
    },
  }
}

function hostIndex(hosts: readonly HostSpec[]): Pick<Internet, 'hostNamed' | 'hostAt'> {
  const byName = new Map(hosts.map((host) => [normalizeName(host.name), host]))
  const byAddress = new Map(
    hosts.flatMap((host) => host.addresses.map((address) => [canonical(address), host] as const)),
  )
  return {
    hostNamed: (name) => byName.get(normalizeName(name)),
    hostAt: (address) => byAddress.get(canonical(address)),
  }
}

function canonical(address: string): string {
  const octets = parseIp(address)
  return octets ? formatIp(octets) : address
}
