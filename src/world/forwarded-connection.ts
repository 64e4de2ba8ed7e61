import { fromLatin1 } from '../core/bytes.ts'
import type { Tls } from '../core/tls.ts'
import type { Internet } from './internet.ts'
import type { Connection, ConnectionListener, OutsideLine, OutsideListener } from './world.ts'

/** What a connection to a real server needs. */
export interface Forwarding {
  readonly connection: number
  /** The host of the world that the server stands for. */
  readonly host: string
  readonly listener: ConnectionListener
  dial(listener: OutsideListener): OutsideLine
}

/**
 * A connection to a host whose port 25 is a real server. What comes from there is work in the
 * world's queue, as all else is; the log shows both sides.
 */
export class ForwardedConnection implements Connection {
  readonly id: number
  readonly host: string
  readonly #net: Internet
  readonly #listener: ConnectionListener
  readonly #line: OutsideLine
  #isLive = true
  #tls: Tls | undefined
  /** STARTTLS was sent, and its reply has not come. */
  #asksForTls = false

  constructor(net: Internet, { connection, host, listener, dial }: Forwarding) {
    this.id = connection
    this.host = host
    this.#net = net
    this.#listener = listener
    this.#line = dial({
      received: (bytes) => this.#add(() => this.#receive(bytes)),
      secured: (tls) => this.#add(() => this.#secured(tls)),
      closed: () => this.#end(() => listener.closed()),
    })
  }

  send(bytes: Uint8Array): void {
    this.#add(() => {
      this.#log('client', bytes)
      this.#asksForTls = /^STARTTLS\r\n$/i.test(fromLatin1(bytes.subarray(0, 16)))
      this.#line.send(bytes)
    })
  }

  /** The handshake was done with the real server. */
  secure(): void {}

  answered(): Promise<void> {
    return new Promise((resolve) => this.#net.queue.add(resolve))
  }

  shutDown(): void {
    this.close()
  }

  close(): void {
    this.#end(() => undefined)
  }

  #receive(bytes: Uint8Array): void {
    this.#log('server', bytes)
    const begins = this.#asksForTls && fromLatin1(bytes.subarray(0, 4)) === '220 '
    this.#asksForTls = false
    this.#listener.received(bytes)
    if (begins) this.#line.startTls()
  }

  #secured(tls: Tls): void {
    this.#tls = tls
    this.#net.emit({ type: 'secured', connection: this.id, tls })
    this.#listener.startTls?.()
  }

  #add(work: () => void): void {
    this.#net.queue.add(() => (this.#isLive ? work() : undefined))
  }

  #log(from: 'client' | 'server', bytes: Uint8Array): void {
    const event = { type: 'wire', connection: this.id, from, bytes } as const
    this.#net.emit(this.#tls ? { ...event, tls: this.#tls } : event)
  }

  /** Behind what was sent before. */
  #end(notify: () => void): void {
    this.#add(() => {
      this.#isLive = false
      this.#line.close()
      this.#net.emit({ type: 'closed', connection: this.id })
      notify()
    })
  }
}
