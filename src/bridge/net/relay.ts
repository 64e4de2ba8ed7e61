import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Connection, World } from '../../world/world.ts'
import type { Certificate } from './certificate.ts'
import { HANDSHAKE_TIMEOUT } from './limits.ts'
import { SocketWriter } from './socket-writer.ts'

/** Where a real connection goes in the simulated Internet. */
export interface Route {
  readonly host: string
  readonly address: string
  readonly port: number
  readonly transport: 'plain' | 'implicit'
}

/** The simulated host that a real client is taken for. */
export interface Caller {
  readonly name: string
  readonly address: string
}

export interface Relay {
  /** Lets the server end what is under way, then closes. */
  shutDown(): void
  destroy(): void
}

interface RelaySetting {
  readonly route: Route
  readonly caller: Caller
  readonly identity: Certificate
}

/** Opens a connection to a simulated host for a client's socket, and carries octets both ways. */
export const relay = (world: World, socket: Socket, setting: RelaySetting): Relay =>
  new SocketRelay(world, socket, setting)

/**
 * Carries octets between a socket and a simulated host. Reads on only when the host has answered
 * and the client has taken the answers, so that neither side fills the memory.
 */
class SocketRelay implements Relay {
  private readonly socket: Socket
  private readonly identity: Certificate
  private readonly writer: SocketWriter
  /** The socket itself, or the TLS over it. */
  private stream: Socket
  /** The connection to the simulated host; absent where that refuses. */
  private readonly line: Connection | undefined

  constructor(world: World, socket: Socket, { route, caller, identity }: RelaySetting) {
    this.socket = socket
    this.identity = identity
    this.stream = socket
    this.writer = new SocketWriter(socket, () => this.destroy())
    const opened = world.connect(
      caller.name,
      route.address,
      route.port,
      {
        received: (bytes) => this.writer.write(bytes),
        ready: () => this.writer.ready(),
        startTls: () => this.secure(),
        closed: () => this.writer.endWithin(),
      },
      caller.address,
    )
    socket.setNoDelay(true)
    socket.on('error', () => this.destroy())
    if ('refused' in opened) this.destroy()
    else this.line = this.start(opened, route.transport)
  }

  private start(line: Connection, transport: Route['transport']): Connection {
    this.socket.once('close', () => {
      this.writer.drained()
      line.close()
    })
    if (transport === 'implicit') this.secure()
    else this.listen(line)
    return line
  }

  shutDown(): void {
    if (this.line) this.line.shutDown()
    else this.destroy()
  }

  destroy(): void {
    this.writer.drained()
    this.stream.destroy()
    this.socket.destroy()
  }

  private listen(line: Connection): void {
    const from = this.stream
    from.on('data', (bytes: Buffer) => {
      from.pause()
      // Plain octets: what Node adds to them makes each part of them dear.
      line.send(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
      void line.answered().then(() => {
        this.writer.flush()
        this.readOn(from)
      })
    })
    from.on('drain', () => {
      this.writer.drained()
      this.readOn(from)
    })
    // A client may end its side first: it still gets the answers to what it sent.
    from.once('end', () => {
      void line.answered().then(() => {
        line.close()
        void line.answered().then(() => this.writer.end())
      })
    })
  }

  private readOn(from: Socket): void {
    if (this.stream === from && !from.writableNeedDrain) from.resume()
  }

  /** Puts TLS over the socket; what came before the handshake never reaches the other side of it. */
  private secure(): void {
    this.writer.flush()
    const below = this.stream
    below.removeAllListeners('data').removeAllListeners('drain').removeAllListeners('end')
    const secured = new TLSSocket(below, {
      isServer: true,
      secureContext: this.identity.context,
    })
    const timer = setTimeout(() => this.destroy(), HANDSHAKE_TIMEOUT)
    this.stream = secured
    this.writer.moveTo(secured)
    secured.on('error', () => this.destroy())
    secured.once('close', () => {
      clearTimeout(timer)
      this.socket.destroy()
    })
    secured.once('secure', () => {
      clearTimeout(timer)
      this.handshakeDone(secured)
    })
  }

  private handshakeDone(secured: TLSSocket): void {
    if (!this.line) return
    this.line.secure({
      version: secured.getProtocol() ?? 'TLS',
      cipher: secured.getCipher().standardName,
    })
    this.listen(this.line)
  }
}
