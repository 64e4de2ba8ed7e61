import type { Certificate, Tls } from '../../core/tls.ts'
import type { Connection, ConnectionListener, Refusal } from '../../world/world.ts'
import type { CommandContext } from '../command.ts'
import type { Target } from './target.ts'

export type Attempt =
  | { readonly ok: true; readonly address: string; readonly line: OpenLine }
  | { readonly ok: false; readonly address: string; readonly refused: Refusal['refused'] }

/** Tries one address. Whatever the server sends at once is kept for the listener. */
export function openLine(context: CommandContext, address: string, { port }: Target): Attempt {
  const inbox = new ConnectionInbox()
  const connection = context.world.connect(context.host.name, address, port, inbox)
  if (isRefusal(connection)) return { ok: false, address, refused: connection.refused }
  return { ok: true, address, line: new OpenLine(connection, port, inbox) }
}

/** An open connection that keeps what comes until a program listens. */
export class OpenLine {
  readonly host: string
  readonly port: number
  readonly #connection: Connection
  readonly #inbox: ConnectionInbox

  constructor(connection: Connection, port: number, inbox: ConnectionInbox) {
    this.host = connection.host
    this.port = port
    this.#connection = connection
    this.#inbox = inbox
  }

  /** What the server shows of itself in a TLS handshake, where that is known. */
  get certificate(): Certificate | undefined {
    return this.#connection.certificate
  }

  /** The number of the connection in the world's events. */
  get id(): number {
    return this.#connection.id
  }

  send(bytes: Uint8Array): void {
    this.#connection.send(bytes)
  }

  /** Resolves when the server has answered all that was sent so far. */
  answered(): Promise<void> {
    return this.#connection.answered()
  }

  /** Reports to the server that the TLS handshake is done. */
  secure(tls: Tls): void {
    this.#connection.secure(tls)
  }

  /** Closes; the listener gets nothing any more. */
  close(): void {
    this.#inbox.isOpen = false
    this.#connection.close()
  }

  /** Hands over what came so far, and from now on all that comes. */
  listen(listener: ConnectionListener): void {
    this.#inbox.deliverTo(listener)
  }
}

type Delivery = (listener: ConnectionListener) => void

/** Keeps what a connection reports until there is a listener for it. */
export class ConnectionInbox implements ConnectionListener {
  isOpen = true
  /** In the order in which it came. */
  readonly kept: Delivery[] = []
  #listener: ConnectionListener | undefined

  received(bytes: Uint8Array): void {
    this.#deliver((listener) => listener.received(bytes))
  }

  startTls(): void {
    this.#deliver((listener) => listener.startTls?.())
  }

  closed(): void {
    this.#deliver((listener) => listener.closed())
  }

  deliverTo(listener: ConnectionListener): void {
    this.#listener = listener
    for (const delivery of this.kept.splice(0)) this.#deliver(delivery)
  }

  #deliver(delivery: Delivery): void {
    if (!this.isOpen) return
    if (this.#listener) delivery(this.#listener)
    else this.kept.push(delivery)
  }
}

const isRefusal = (opened: Connection | Refusal): opened is Refusal => 'refused' in opened

/** The system's words for a refusal, as the real tools print them. */
export const refusalText = (refused: Refusal['refused']): string =>
  refused === 'refused' ? 'Connection refused' : 'No route to host'

/** What a refusal means, in a sentence for learners. */
export function refusalAdvice({ port }: Target, refused: Refusal['refused']): string {
  if (refused === 'unreachable')
    return 'No host of this simulated Internet has that address. `hosts` lists them all.'
  if (refused === 'down')
    return `There was no answer: the host is down, or a network on the way lets nothing through to port ${port}.`
  return `The host is there, but no program listens on port ${port}. \`hosts\` shows the open ports.`
}
