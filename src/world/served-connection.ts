import type { Certificate, Tls } from '../core/tls.ts'
import { LINK_DELAY, type Internet, type TickListener, type WorldNotice } from './internet.ts'
import type { SessionNumbers } from './services/numbering.ts'
import type {
  Opened,
  OpenService,
  Served,
  Service,
  ServiceEffect,
  ServiceInput,
} from './services/service.ts'
import { certificateOf } from './tls/certificate.ts'
import type { Connection, ConnectionListener } from './world.ts'

type Work = () => void | Promise<void>

export interface Serving {
  readonly service: Service
  readonly open: OpenService
  readonly served: Served
  readonly listener: ConnectionListener
}

/** Effects between which what is sent still leaves in one go. */
const GOES_ON: ReadonlySet<ServiceEffect['type']> = new Set(['send', 'stream', 'note'])

/** What is done for one connection before others have their turn: octets sent, stretches read. */
const TURN = { octets: 65_536, stretches: 16 }

/**
 * One connection of a service: each input is a piece of work in the world's queue, and its effects
 * are carried out in order before the next. Long answers pause: the others have their turn, and the
 * client takes what was sent, before the server makes more.
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
  /** Effects that are still to be carried out, the next one last. */
  #todo: ServiceEffect[] = []
  /** What was done since the last pause. */
  #done = { octets: 0, stretches: 0 }
  /** An answer pauses, or the server waits: what comes in is work for later. */
  #isHeld = false
  #later: Work[] = []
  #missed = new Map<WorldNotice['type'], WorldNotice>()

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

  get numbering(): SessionNumbers | undefined {
    const { host, connection, peer } = this.#serving.served
    const numbering = this.#session?.numbering
    return numbering && { ...numbering, connection, client: peer.name, host: host.name }
  }

  get certificate(): Certificate {
    return certificateOf(this.#serving.served.host)
  }

  send(bytes: Uint8Array): void {
    if (this.#awaitsTls) return this.#refusePlain(bytes)
    const tls = this.#tls
    this.#add(() => {
      if (!this.#isLive) return
      this.#receive(bytes, tls)
      return this.#handle({ type: 'bytes', bytes })
    })
  }

  secure(tls: Tls): void {
    const begins = this.#awaitsTls
    this.#tls = tls
    this.#add(() => {
      if (this.#isLive) this.#net.emit({ type: 'secured', connection: this.id, tls })
    })
    if (begins) this.#start()
    else this.#feed({ type: 'secured', tls })
  }

  /** What was sent puts its answers at the end of the queue, so this goes there twice. */
  answered(): Promise<void> {
    return new Promise((resolve) => this.#add(() => this.#net.queue.add(resolve)))
  }

  shutDown(): void {
    if (this.#session || this.#serving.service.transport === 'plain')
      return this.#feed({ type: 'shutDown' })
    this.#add(() => this.#end(() => this.#serving.listener.closed()))
  }

  /** An answer that pauses is not sent to its end. */
  close(): void {
    const { queue } = this.#net
    queue.add(() => {
      this.#todo = []
      if (this.#isLive) return this.#handle({ type: 'closed' })
    })
    queue.add(() => {
      this.#end(() => undefined)
      if (this.#isHeld) return this.#release()
    })
  }

  handle(notice: WorldNotice): void {
    if (notice.type === 'changed' && !this.#serving.service.followsMail) return
    if (this.#isHeld) this.#missed.set(notice.type, notice)
    else this.#feed(notice)
  }

  /** On a port of TLS, before the handshake. */
  get #awaitsTls(): boolean {
    return this.#serving.service.transport === 'implicit' && !this.#tls
  }

  #start(): void {
    this.#add(() => {
      if (!this.#isLive) return
      this.#net.clock.spend(LINK_DELAY)
      const { open, served } = this.#serving
      const peer = { ...served.peer, ...(this.#tls && { tls: this.#tls }) }
      const opening = open(this.#net, { ...served, peer })
      if (!(opening instanceof Promise)) return this.#greet(opening)
      // A server whose code does not come is one that hangs up.
      return opening.then(
        (session) => this.#greet(session),
        () => this.#end(() => this.#serving.listener.closed()),
      )
    })
  }

  #greet(session: Opened): void | Promise<void> {
    this.#session = session
    return this.#carryOutAll(session.effects)
  }

  #feed(input: ServiceInput): void {
    this.#add(() => (this.#isLive ? this.#handle(input) : undefined))
  }

  #handle(input: ServiceInput): void | Promise<void> {
    if (this.#session) return this.#carryOutAll(this.#session.handle(input))
  }

  /** Work for this connection, in its order. */
  #add(work: Work): void {
    this.#net.queue.add(() => (this.#isHeld ? void this.#later.push(work) : work()))
  }

  /** What comes in is kept until `until` resolves; then the connection goes on where it stopped. */
  #hold(until: () => Promise<void> | undefined): void {
    const { queue } = this.#net
    this.#isHeld = true
    this.#done = { octets: 0, stretches: 0 }
    const goOn = () => queue.add(() => (this.#isHeld ? this.#release() : undefined))
    // Behind what waits: the client receives what was sent, and the others have their turn.
    queue.add(() => {
      const underWay = until()
      if (underWay) void underWay.then(goOn)
      else goOn()
    })
  }

  #release(): void | Promise<void> {
    this.#isHeld = false
    const underWay = this.#carryOn()
    return underWay ? underWay.then(() => this.#catchUp()) : this.#catchUp()
  }

  /** Does what came in meanwhile, until the connection is held again. */
  #catchUp(): void | Promise<void> {
    while (!this.#isHeld) {
      const work = this.#later.shift()
      if (!work) break
      const underWay = work()
      if (underWay) return underWay.then(() => this.#catchUp())
    }
    if (this.#isHeld) return
    const missed = [...this.#missed.values()]
    this.#missed.clear()
    for (const notice of missed) this.#feed(notice)
  }

  #carryOutAll(effects: readonly ServiceEffect[]): void | Promise<void> {
    for (let at = effects.length - 1; at >= 0; at--) this.#todo.push(effects[at]!)
    return this.#carryOn()
  }

  /** Waits only where there is something to wait for: most effects are done at once. */
  #carryOn(): void | Promise<void> {
    while (!this.#isHeld) {
      const effect = this.#todo.pop()
      if (effect) {
        const underWay = this.#carryOut(effect)
        if (underWay) return underWay.then(() => this.#carryOn())
      } else if (!this.#readOn()) return
    }
  }

  /** @returns Whether the session had more to read. */
  #readOn(): boolean {
    if (!this.#isLive) return false
    const more = this.#session?.resume()
    if (!more) return false
    for (let at = more.length - 1; at >= 0; at--) this.#todo.push(more[at]!)
    if (++this.#done.stretches >= TURN.stretches) this.#pause()
    return true
  }

  #pause(): void {
    this.#hold(() => this.#serving.listener.ready?.())
  }

  #carryOut(effect: ServiceEffect): void | Promise<void> {
    const { listener } = this.#serving
    if (!GOES_ON.has(effect.type)) this.#pending = undefined
    switch (effect.type) {
      case 'send':
        return this.#send(effect.bytes)
      case 'stream': {
        const { done, value } = effect.pieces.next()
        if (done) return
        this.#todo.push(effect)
        return value.length > 0 ? this.#send(value) : this.#pause()
      }
      case 'note':
        return this.#net.emit(effect.event)
      case 'startTls':
        return this.#net.queue.add(() => listener.startTls?.())
      case 'wait':
        return this.#wait(effect.milliseconds)
      case 'work':
        return effect.run().then((more) => this.#carryOutAll(more))
      case 'close':
        return this.#end(() => listener.closed())
    }
  }

  #wait(milliseconds: number): void {
    const underWay = this.#net.wait(milliseconds, this)
    if (underWay) this.#hold(() => underWay)
  }

  #send(bytes: Uint8Array): void {
    this.#log('server', bytes, this.#tls)
    this.#deliver(bytes)
    this.#done.octets += bytes.length
    if (this.#done.octets >= TURN.octets) this.#pause()
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
    this.#net.clock.spend(LINK_DELAY)
    this.#log('client', bytes, tls)
  }

  #log(from: 'client' | 'server', bytes: Uint8Array, tls: Tls | undefined): void {
    const connection = this.id
    // With room for what the log stamps: there is one for every reply.
    this.#net.emit(
      tls
        ? { at: 0, type: 'wire', connection, from, bytes, tls, number: 0, cause: 0 }
        : { at: 0, type: 'wire', connection, from, bytes, number: 0, cause: 0 },
    )
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
    this.#add(() => {
      if (!this.#isLive) return
      this.#receive(bytes, undefined)
      return this.#carryOutAll([{ type: 'send', bytes: ALERT }, { type: 'close' }])
    })
  }
}

/** A fatal alert, `unexpected_message`, as OpenSSL answers plain text (RFC 8446 §6.2). */
const ALERT = Uint8Array.of(21, 3, 1, 0, 2, 2, 10)
