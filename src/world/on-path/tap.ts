import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { Certificate, Tls } from '../../core/tls.ts'
import type { Intercepted } from '../events/intercepted.ts'
import type { Internet } from '../internet.ts'
import { readCertificate } from '../tls/certificate.ts'
import type { Connection, ConnectionListener } from '../world.ts'
import type { TapAct } from './acts.ts'

/** Between whom a tap sits, and what it does there. */
export interface Wire {
  readonly from: string
  readonly to: string
  readonly acts: readonly TapAct[]
  readonly listener: ConnectionListener
}

/**
 * Somebody in the middle of a connection: each side takes this for the other. Under TLS it sees nothing any
 * more, unless it is the one who ended it, with a certificate of its own.
 */
export class Tap implements Connection, ConnectionListener {
  readonly #net: Internet
  readonly #wire: Wire
  #server: Connection | undefined
  #isSecret = false
  #read = 0
  #hidden = 0
  #isOver = false

  constructor(net: Internet, wire: Wire) {
    this.#net = net
    this.#wire = wire
  }

  /** Sits down between the client and this connection. */
  between(server: Connection): Connection {
    this.#server = server
    return this
  }

  get id(): number {
    return this.#server!.id
  }

  get host(): string {
    return this.#server!.host
  }

  get certificate(): Certificate | undefined {
    const own = this.#act('own-certificate')
    return own ? readCertificate(own.certificate) : this.#server?.certificate
  }

  send(bytes: Uint8Array): void {
    this.#server?.send(this.#toServer(bytes))
  }

  secure(tls: Tls): void {
    const own = this.#act('own-certificate')
    if (own)
      this.#note('own-certificate', 'TLS ends at somebody else, whose certificate the client took.')
    this.#isSecret = own === undefined
    this.#server?.secure(tls)
  }

  answered(): Promise<void> {
    return this.#server?.answered() ?? Promise.resolve()
  }

  shutDown(): void {
    this.#server?.shutDown()
  }

  close(): void {
    this.#end()
    this.#server?.close()
  }

  received(bytes: Uint8Array): void {
    this.#count(bytes)
    const isStripped = !this.#isSecret && this.#act('strip-starttls')
    this.#wire.listener.received(isStripped ? this.#withoutOffer(bytes) : bytes)
  }

  ready(): Promise<void> {
    return this.#wire.listener.ready?.() ?? Promise.resolve()
  }

  startTls(): void {
    this.#wire.listener.startTls?.()
  }

  closed(): void {
    this.#end()
    this.#wire.listener.closed()
  }

  #act<Does extends TapAct['does']>(does: Does): Extract<TapAct, { does: Does }> | undefined {
    return this.#wire.acts.find((one): one is Extract<TapAct, { does: Does }> => one.does === does)
  }

  /** The keyword of the offer is written over, so that no octet more or less comes. */
  #withoutOffer(bytes: Uint8Array): Uint8Array {
    const text = fromLatin1(bytes)
    const without = text.replace(OFFER, `$1${HIDDEN}`)
    if (without === text) return bytes
    this.#note('strip-starttls', `\`STARTTLS\` in the reply became \`${HIDDEN}\`.`)
    return latin1(without)
  }

  #toServer(bytes: Uint8Array): Uint8Array {
    this.#count(bytes)
    if (this.#isSecret) return bytes
    const text = fromLatin1(bytes)
    const alter = this.#act('alter')
    const stripped =
      this.#act('strip-starttls') && /^STARTTLS\r\n/i.test(text) ? `${HIDDEN}\r\n` : text
    const altered = alter ? stripped.replaceAll(alter.find, alter.replace) : stripped
    if (altered === text) return bytes
    if (altered !== stripped)
      this.#note('alter', `\`${alter!.find}\` became \`${alter!.replace}\` on the way.`)
    return latin1(altered)
  }

  #count({ length }: Uint8Array): void {
    if (this.#isSecret) this.#hidden += length
    else this.#read += length
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    if (this.#act('listen'))
      this.#note('listen', `${this.#read} octets were read; ${this.#hidden} were under TLS.`)
  }

  #note(does: Intercepted['does'], what: string): void {
    const { from, to } = this.#wire
    this.#net.emit({ type: 'intercepted', does, from, to, connection: this.id, what })
  }
}

const OFFER = /^(250[- ])STARTTLS(?=\r\n)/gim

/** As long as the word that it hides. */
const HIDDEN = 'XXXXXXXX'
