import type { Tls } from '../core/tls.ts'
import { LINK_DELAY, type Internet, type TickListener } from './internet.ts'
import type {
  Opened,
  OpenService,
  Served,
  Service,
  ServiceEffect,
  ServiceInput,
} from './services/service.ts'
import type { Connection, ConnectionListener } from './world.ts'

export interface Serving {
  readonly service: Service
  readonly open: OpenService
  readonly served: Served
  readonly listener: ConnectionListener
}

/**
 * Runs one connection of a service: each input is a piece of work in the world's queue, and its
 * effects are done in order before the next.
 */
export function serve(net: Internet, { service, open, served, listener }: Serving): Connection {
  const { connection } = served
  let opened: Opened | undefined
  let tls: Tls | undefined
  let live = true
  /** What was said last and is not heard yet. */
  let said: Uint8Array[] | undefined

  /** Waits only where there is something to wait for: most effects are done at once. */
  function carryOutAll(effects: readonly ServiceEffect[]): void | Promise<void> {
    for (let at = 0; at < effects.length; at++) {
      const under = carryOut(effects[at]!)
      if (under) return goOn(under, effects, at + 1)
    }
  }

  async function goOn(
    under: Promise<void>,
    effects: readonly ServiceEffect[],
    from: number,
  ): Promise<void> {
    await under
    for (let at = from; at < effects.length; at++) await carryOut(effects[at]!)
  }

  function carryOut(effect: ServiceEffect): void | Promise<void> {
    if (effect.type !== 'send' && effect.type !== 'note') said = undefined
    switch (effect.type) {
      case 'send':
        log('server', effect.bytes, tls)
        return say(effect.bytes)
      case 'note':
        return net.emit(effect.event)
      case 'startTls':
        return net.queue.add(() => listener.startTls?.())
      case 'wait':
        return net.advanceClock(effect.milliseconds, member)
      case 'work':
        return effect.run().then(carryOutAll)
      case 'close':
        return end(() => listener.closed())
    }
  }

  /** What is said with nothing in between is heard in one go, behind all that waits. */
  function say(bytes: Uint8Array): void {
    if (said) return void said.push(bytes)
    const pieces = (said = [bytes])
    net.queue.add(() => {
      if (said === pieces) said = undefined
      for (const piece of pieces) listener.received(piece)
    })
  }

  /** What the client sent has come over the wire. */
  function hear(bytes: Uint8Array, sealed: Tls | undefined): void {
    net.clock.advance(LINK_DELAY)
    log('client', bytes, sealed)
  }

  function log(from: 'client' | 'server', bytes: Uint8Array, sealed: Tls | undefined): void {
    const event = { type: 'wire', connection, from, bytes } as const
    net.emit(sealed ? { ...event, tls: sealed } : event)
  }

  const secured = () => (tls ? { tls } : {})

  const feed = (input: ServiceInput): void =>
    net.queue.add(() => (live && opened ? carryOutAll(opened.take(input)) : undefined))

  const start = (): void =>
    net.queue.add(() => {
      if (!live) return
      net.clock.advance(LINK_DELAY)
      opened = open(net, { ...served, peer: { ...served.peer, ...secured() } })
      return carryOutAll(opened.effects)
    })

  function end(tell: () => void): void {
    if (!live) return
    live = false
    leave()
    net.queue.add(() => {
      net.emit({ type: 'closed', connection })
      tell()
    })
  }

  /** Octets on a port whose first word is TLS, from a client that speaks none: an alert, and the end. */
  function refusePlain(bytes: Uint8Array): void {
    net.queue.add(() => {
      if (!live) return
      hear(bytes, undefined)
      return carryOutAll([{ type: 'send', bytes: ALERT }, { type: 'close' }])
    })
  }

  const member: TickListener = { handle: feed }
  const leave = net.subscribe(member)
  if (service.transport === 'plain') start()
  return {
    id: connection,
    host: served.host.name,
    send(bytes) {
      if (service.transport === 'implicit' && !tls) return refusePlain(bytes)
      const sealed = tls
      net.queue.add(() => {
        if (!live) return
        hear(bytes, sealed)
        return opened && carryOutAll(opened.take({ type: 'bytes', bytes }))
      })
    },
    secure(given) {
      const begins = service.transport === 'implicit' && !tls
      tls = given
      net.queue.add(() => {
        if (live) net.emit({ type: 'secured', connection, tls: given })
      })
      if (begins) start()
      else feed({ type: 'secured', tls: given })
    },
    // What was sent puts its answers at the end of the queue, so this goes there twice.
    taken: () => new Promise((resolve) => net.queue.add(() => net.queue.add(resolve))),
    shutDown() {
      if (opened || service.transport === 'plain') feed({ type: 'shutDown' })
      else net.queue.add(() => end(() => listener.closed()))
    },
    close() {
      feed({ type: 'closed' })
      net.queue.add(() => end(() => undefined))
    },
  }
}

/** A fatal alert, `unexpected_message`, as OpenSSL answers plain text (RFC 8446 §6.2). */
const ALERT = Uint8Array.of(21, 3, 1, 0, 2, 2, 10)
