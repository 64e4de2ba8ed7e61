import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client's connection: it sends, and waits for answers. */
export interface Line {
  readonly socket: Socket
  /** Sends, and waits where the server takes no more. */
  send(octets: Buffer | string): Promise<void>
  /**
   * Resolves with what was received since the last call, once `isWhole` accepts the newest piece;
   * rejects when the line ends before.
   */
  receive(isWhole: (piece: Buffer) => boolean): Promise<Buffer>
  hangUp(): void
}

/** The same for every server, so that what the client costs is the same too. */
export async function dial(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const pieces: Buffer[] = []
  let look = (): void => undefined
  let ended = false
  socket.on('data', (piece) => {
    pieces.push(piece)
    look()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    ended = true
    look()
  })
  return {
    socket,
    async send(octets) {
      if (!socket.write(octets)) await once(socket, 'drain')
    },
    receive: (isWhole) =>
      new Promise((resolve, reject) => {
        let next = 0
        look = () => {
          for (; next < pieces.length; next++)
            if (isWhole(pieces[next]!)) {
              const received = Buffer.concat(pieces.splice(0, next + 1))
              look = () => undefined
              return resolve(received)
            }
          if (ended) reject(new Error('The server hung up.'))
        }
        look()
      }),
    hangUp: () => socket.destroy(),
  }
}
