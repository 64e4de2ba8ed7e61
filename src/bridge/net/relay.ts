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
      line.send(bytes)
      void line.taken().then(() => readOn(from))
    })
    from.on('drain', () => {
      clearTimeout(slow)
      slow = undefined
      readOn(from)
    })
    // A client may end its side first: it still gets the answers to what it sent.
    from.once('end', () => {
      line.close()
      void line.taken().then(() => stream.end())
    })
  }

  function readOn(from: Socket): void {
    if (stream === from && !from.writableNeedDrain) from.resume()
  }

  /** The server has closed. A client that never reads that is cut off. */
  function leave(): void {
    stream.end()
    slow ??= setTimeout(destroy, LINGER)
  }

  function write(bytes: Uint8Array): void {
    if (stream.destroyed || stream.writableEnded) return
    if (stream.write(bytes)) return
    if (stream.writableLength > MAX_UNSENT) return destroy()
    slow ??= setTimeout(destroy, WRITE_TIMEOUT)
  }

  /** Puts TLS over the socket; what came before the handshake never reaches the other side of it. */
  function secure(): void {
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
