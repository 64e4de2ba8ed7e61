import type { Tls } from '../core/tls.ts'
import { LINK_DELAY, type Internet, type TickListener, type WorldNotice } from './internet.ts'
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
 * One connection of a service: each input is a piece of work in the world's queue, and its effects
 * are carried out in order before the next.
 */
export class ServedConnection implements Connection, TickListener {
  readonly #net: Internet
  readonly #serving: Serving
  readonly #unsubscribe: () => void
  #session: Opened | undefined
  #tls: Tls | undefined
  #isLive = true
  /** What the server sent last, while the client has not received it. */
  #pending: Uint8Array[] | undefined

  constructor(net: Internet, serving: Serving) {
    this.#net = net
    this.#serving = serving
    this.#unsubscribe = net.subscribe(this)
    if (serving.service.transport === 'plain') this.#start()
  }

  get id(): number {
    return this.#serving.served.connection
  }

  get host(): string {
    return this.#serving.served.host.name
  }

  send(bytes: Uint8Array): void {
    if (this.#awaitsTls) return this.#refusePlain(bytes)
    const tls = this.#tls
    this.#net.queue.add(() => {
      if (!this.#isLive) return
      this.#receive(bytes, tls)
      return this.#session && this.#carryOutAll(this.#session.handle({ type: 'bytes', bytes }))
    })
  }

  secure(tls: Tls): void {
    const begins = this.#awaitsTls
    this.#tls = tls
    this.#net.queue.add(() => {
      if (this.#isLive) this.#net.emit({ type: 'secured', connection: this.id, tls })
    })
    if (begins) this.#start()
    else this.#feed({ type: 'secured', tls })
  }

  /** What was sent puts its answers at the end of the queue, so this goes there twice. */
  answered(): Promise<void> {
    const { queue } = this.#net
    return new Promise((resolve) => queue.add(() => queue.add(resolve)))
  }

  shutDown(): void {
    if (this.#session || this.#serving.service.transport === 'plain')
      return this.#feed({ type: 'shutDown' })
    this.#net.queue.add(() => this.#end(() => this.#serving.listener.closed()))
  }

  close(): void {
    this.#feed({ type: 'closed' })
    this.#net.queue.add(() => this.#end(() => undefined))
  }

  handle(notice: WorldNotice): void {
    this.#feed(notice)
  }

  /** On a port of TLS, before the handshake. */
  get #awaitsTls(): boolean {
    return this.#serving.service.transport === 'implicit' && !this.#tls
  }

  #start(): void {
    this.#net.queue.add(() => {
      if (!this.#isLive) return
      this.#net.clock.advance(LINK_DELAY)
      const { open, served } = this.#serving
      const peer = { ...served.peer, ...(this.#tls && { tls: this.#tls }) }
      this.#session = open(this.#net, { ...served, peer })
      return this.#carryOutAll(this.#session.effects)
    })
  }

  #feed(input: ServiceInput): void {
    this.#net.queue.add(() =>
      this.#isLive && this.#session ? this.#carryOutAll(this.#session.handle(input)) : undefined,
    )
  }

  /** Waits only where there is something to wait for: most effects are done at once. */
  #carryOutAll(effects: readonly ServiceEffect[]): void | Promise<void> {
    for (let at = 0; at < effects.length; at++) {
      const underWay = this.#carryOut(effects[at]!)
      if (underWay) return this.#continue(underWay, effects, at + 1)
    }
  }

  async #continue(
    underWay: Promise<void>,
    effects: readonly ServiceEffect[],
    from: number,
  ): Promise<void> {
    await underWay
    for (let at = from; at < effects.length; at++) await this.#carryOut(effects[at]!)
  }

  #carryOut(effect: ServiceEffect): void | Promise<void> {
    const { listener } = this.#serving
    if (effect.type !== 'send' && effect.type !== 'note') this.#pending = undefined
    switch (effect.type) {
      case 'send':
        this.#log('server', effect.bytes, this.#tls)
        return this.#deliver(effect.bytes)
      case 'note':
        return this.#net.emit(effect.event)
      case 'startTls':
        return this.#net.queue.add(() => listener.startTls?.())
      case 'wait':
        return this.#net.advanceClock(effect.milliseconds, this)
      case 'work':
        return effect.run().then((more) => this.#carryOutAll(more))
      case 'close':
        return this.#end(() => listener.closed())
    }
  }

  /** What is sent with nothing in between is received in one go, behind all that waits. */
  #deliver(bytes: Uint8Array): void {
    if (this.#pending) return void this.#pending.push(bytes)
    const pieces = (this.#pending = [bytes])
    this.#net.queue.add(() => {
      if (this.#pending === pieces) this.#pending = undefined
      for (const piece of pieces) this.#serving.listener.received(piece)
    })
  }

  /** What the client sent has come over the wire. */
  #receive(bytes: Uint8Array, tls: Tls | undefined): void {
    this.#net.clock.advance(LINK_DELAY)
    this.#log('client', bytes, tls)
  }

  #log(from: 'client' | 'server', bytes: Uint8Array, tls: Tls | undefined): void {
    const event = { type: 'wire', connection: this.id, from, bytes } as const
    this.#net.emit(tls ? { ...event, tls } : event)
  }

  #end(notify: () => void): void {
    if (!this.#isLive) return
    this.#isLive = false
    this.#unsubscribe()
    this.#net.queue.add(() => {
      this.#net.emit({ type: 'closed', connection: this.id })
      notify()
    })
  }

  /** Octets before the handshake on a port of TLS: the server sends an alert, and closes. */
  #refusePlain(bytes: Uint8Array): void {
    this.#net.queue.add(() => {
      if (!this.#isLive) return
      this.#receive(bytes, undefined)
      return this.#carryOutAll([{ type: 'send', bytes: ALERT }, { type: 'close' }])
    })
  }
}

/** A fatal alert, `unexpected_message`, as OpenSSL answers plain text (RFC 8446 §6.2). */
const ALERT = Uint8Array.of(21, 3, 1, 0, 2, 2, 10)
