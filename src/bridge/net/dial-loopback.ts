import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Loopback } from '../../world/spec/values.ts'
import type { OutsideLine, OutsideListener } from '../../world/world.ts'
import { FORWARD_TIMEOUT } from './limits.ts'

/** Opens a connection to a program of this machine; it reports being refused as the end. */
export const dialLoopback = (to: Loopback, listener: OutsideListener): OutsideLine =>
  new LoopbackLine(to, listener)

class LoopbackLine implements OutsideLine {
  readonly #listener: OutsideListener
  #socket: Socket

  constructor({ address, port }: Loopback, listener: OutsideListener) {
    this.#listener = listener
    this.#socket = connectTcp({ host: address, port, noDelay: true })
    this.#follow(this.#socket)
  }

  send(bytes: Uint8Array): void {
    this.#socket.write(bytes)
  }

  /** A server under test shows what certificate it has. */
  startTls(): void {
    const plain = this.#socket.removeAllListeners()
    plain.on('error', () => undefined)
    const secured = connectTls({ socket: plain, rejectUnauthorized: false })
    this.#socket = secured
    this.#follow(secured)
    secured.once('secureConnect', () =>
      this.#listener.secured({
        version: secured.getProtocol() ?? 'TLS',
        cipher: secured.getCipher().standardName,
      }),
    )
  }

  /** What was sent before arrives. */
  close(): void {
    this.#socket.end()
    this.#socket.setTimeout(FORWARD_TIMEOUT, () => this.#socket.destroy())
  }

  #follow(socket: Socket): void {
    socket.setTimeout(FORWARD_TIMEOUT, () => socket.destroy())
    socket.on('data', (bytes: Buffer) => this.#listener.received(new Uint8Array(bytes)))
    socket.on('error', () => socket.destroy())
    // A server that ends its side has no more to say.
    socket.once('end', () => this.#listener.closed())
    socket.once('close', () => this.#listener.closed())
  }
}
