import type { Certificate } from '../../core/tls.ts'
import { runAsync } from '../../core/effects.ts'
import { addressesOf } from '../addresses-of-name.ts'
import { connectTo } from '../connect.ts'
import { AGREED_TLS } from '../handshake.ts'
import { answersOn, type Internet, type TickListener, type WorldNotice } from '../internet.ts'
import { certificateProblem } from '../tls/certificate.ts'
import type { Connection, ConnectionListener } from '../world.ts'
import type { Device } from './device.ts'

/** What the clients of POP3 and IMAP take in. */
export type HeldInput =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'secured' | 'closed' }

/** A client’s side of a connection, whose steps give octets to send, and `close` at their end. */
export interface HeldClient {
  step(input: HeldInput): void
}

/** What a client wants of its connection. */
export interface Line {
  readonly connection: number
  send(bytes: Uint8Array): void
  close(): void
}

/** The addresses of a server by the DNS, as a device asks it; or why there are none. */
export const lookUpServer = ({ net, spec }: Device, server: string): Promise<string[]> =>
  runAsync(addressesOf(server), answersOn(net, spec.host))

/** Why a program does not go on with a server that shows this certificate; in a sentence. */
export const distrust = (net: Internet, server: string, certificate: Certificate | undefined) =>
  certificate && certificateProblem(certificate, server, net.clock.now())?.reason

/** Holds one session with a server, from the connection to its end. */
export class HeldSession implements ConnectionListener, TickListener, Line {
  readonly #net: Internet
  readonly #server: string
  readonly #distrusted: (reason: string) => void
  #client: HeldClient | undefined
  #line: Connection | undefined
  #unsubscribe: (() => void) | undefined

  /** @param distrusted Called where TLS would begin with a certificate that does not hold. */
  constructor(net: Internet, server: string, distrusted: (reason: string) => void) {
    this.#net = net
    this.#server = server
    this.#distrusted = distrusted
  }

  get connection(): number {
    return this.#line?.id ?? 0
  }

  /** @returns Why there is no connection, in a sentence. */
  open(host: string, address: string, port: number, begin: (line: Line) => HeldClient) {
    const opened = connectTo(this.#net, { from: host, to: address, port, listener: this })
    if ('refused' in opened) return REFUSALS[opened.refused]
    this.#line = opened
    this.#client = begin(this)
    this.#unsubscribe = this.#net.subscribe(this)
    return undefined
  }

  received(bytes: Uint8Array): void {
    this.#client?.step({ type: 'bytes', bytes })
  }

  startTls(): void {
    const reason = distrust(this.#net, this.#server, this.#line?.certificate)
    if (reason !== undefined) {
      this.#distrusted(reason)
      return this.close()
    }
    this.#line?.secure(AGREED_TLS)
    this.#client?.step({ type: 'secured' })
  }

  closed(): void {
    this.#client?.step({ type: 'closed' })
  }

  handle(notice: WorldNotice): void {
    if (notice.type === 'tick') this.#net.queue.add(() => this.#client?.step(notice))
  }

  send(bytes: Uint8Array): void {
    this.#line?.send(bytes)
  }

  close(): void {
    this.#unsubscribe?.()
    this.#client = undefined
    this.#line?.close()
  }
}

const REFUSALS = {
  refused: 'The server takes no connection for this.',
  unreachable: 'No host has the address of the server.',
  down: 'The server does not answer.',
} as const
