import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Connection, World } from '../../world/world.ts'
import type { Identity } from './identity.ts'
import { HANDSHAKE_TIMEOUT, LINGER, MAX_UNSENT, WRITE_TIMEOUT } from './limits.ts'

/** Where a real connection goes in the simulated Internet, and whom it is taken for. */
export interface Route {
  readonly host: string
  readonly address: string
  readonly port: number
  readonly transport: 'plain' | 'implicit'
}

export interface Caller {
  readonly name: string
  readonly address: string
}

export interface Relay {
  /** Lets the server end what is under way, then closes. */
  shutDown(): void
  destroy(): void
}

/** Octets that are gathered before they are written. */
const PIECE = 65_536

/**
 * Carries octets between a socket and a simulated host. Reads on only when the host has answered
 * and the client has taken the answers, so that neither side fills the memory.
 */
export function relay(
  world: World,
  socket: Socket,
  { route, caller, identity }: { route: Route; caller: Caller; identity: Identity },
): Relay {
  let stream: Socket = socket
  let slow: NodeJS.Timeout | undefined
  /** What the host has said and the socket has not been given. */
  let said: Uint8Array[] = []
  let saidOctets = 0
  const destroy = (): void => {
    clearTimeout(slow)
    stream.destroy()
    socket.destroy()
  }
  const opened = world.connect(
    caller.name,
    route.address,
    route.port,
    { received: write, startTls: secure, closed: leave },
    caller.address,
  )
  socket.setNoDelay(true)
  socket.on('error', destroy)
  if ('refused' in opened) {
    destroy()
    return { shutDown: destroy, destroy }
  }
  const line: Connection = opened
  socket.once('close', () => {
    clearTimeout(slow)
    line.close()
  })
  if (route.transport === 'implicit') secure()
  else hear(socket)

  function hear(from: Socket): void {
    from.on('data', (bytes: Buffer) => {
      from.pause()
      // Plain octets: what Node adds to them makes each part of them dear.
      line.send(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
      void line.answered().then(() => {
        flush()
        readOn(from)
      })
    })
    from.on('drain', () => {
      clearTimeout(slow)
      slow = undefined
      readOn(from)
    })
    // A client may end its side first: it still gets the answers to what it sent.
    from.once('end', () => {
      line.close()
      void line.answered().then(() => {
        flush()
        stream.end()
      })
    })
  }

  function readOn(from: Socket): void {
    if (stream === from && !from.writableNeedDrain) from.resume()
  }

  /** The server has closed. A client that never reads that is cut off. */
  function leave(): void {
    flush()
    stream.end()
    slow ??= setTimeout(destroy, LINGER)
  }

  /** Answers to what came in one piece leave in one piece: each on its own would cost a system call. */
  function write(bytes: Uint8Array): void {
    if (said.length === 0) process.nextTick(flush)
    said.push(bytes)
    saidOctets += bytes.length
    if (saidOctets >= PIECE) flush()
  }

  function flush(): void {
    if (said.length === 0) return
    const [only, ...more] = said
    const piece = more.length > 0 ? Buffer.concat(said, saidOctets) : only!
    said = []
    saidOctets = 0
    if (stream.destroyed || stream.writableEnded) return
    if (stream.write(piece)) return
    if (stream.writableLength > MAX_UNSENT) return destroy()
    slow ??= setTimeout(destroy, WRITE_TIMEOUT)
  }

  /** Puts TLS over the socket; what came before the handshake never reaches the other side of it. */
  function secure(): void {
    flush()
    stream.removeAllListeners('data').removeAllListeners('drain').removeAllListeners('end')
    const secured = new TLSSocket(stream, { isServer: true, secureContext: identity.context })
    const timer = setTimeout(destroy, HANDSHAKE_TIMEOUT)
    stream = secured
    secured.on('error', destroy)
    secured.once('close', () => {
      clearTimeout(timer)
      socket.destroy()
    })
    secured.once('secure', () => {
      clearTimeout(timer)
      line.secure({
        version: secured.getProtocol() ?? 'TLS',
        cipher: secured.getCipher().standardName,
      })
      hear(secured)
    })
  }

  return { shutDown: () => line.shutDown(), destroy }
}
