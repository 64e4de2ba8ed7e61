import type { Socket } from 'node:net'
import { LINGER, MAX_UNSENT, WRITE_TIMEOUT } from './limits.ts'

/** Octets that are gathered before they are written. */
const PIECE = 65_536

/**
 * Writes a server's answers to a client's socket. Answers to what came in one piece leave in one
 * piece: each on its own would cost a system call. A client that does not read lets its server
 * pause, and is cut off in time.
 */
export class SocketWriter {
  private socket: Socket
  private readonly cutOff: () => void
  private gathered: Uint8Array[] = []
  private octets = 0
  private timer: NodeJS.Timeout | undefined
  private waiting: (() => void)[] = []

  /** @param cutOff Ends the connection at once: the client reads nothing any more. */
  constructor(socket: Socket, cutOff: () => void) {
    this.socket = socket
    this.cutOff = cutOff
  }

  write(bytes: Uint8Array): void {
    if (this.gathered.length === 0) process.nextTick(() => this.flush())
    this.gathered.push(bytes)
    this.octets += bytes.length
    if (this.octets >= PIECE) this.flush()
  }

  flush(): void {
    if (this.gathered.length === 0) return
    const [only, ...more] = this.gathered
    const piece = more.length > 0 ? Buffer.concat(this.gathered, this.octets) : only!
    this.gathered = []
    this.octets = 0
    const { socket } = this
    if (socket.destroyed || socket.writableEnded || socket.write(piece)) return
    this.timer ??= setTimeout(this.cutOff, WRITE_TIMEOUT)
  }

  /** Resolves once there is room for more, after other connections have had their turn. */
  ready(): Promise<void> {
    this.flush()
    return new Promise((resolve) =>
      setImmediate(() => (this.isFull() ? void this.waiting.push(resolve) : resolve())),
    )
  }

  private isFull(): boolean {
    const { socket } = this
    return !socket.destroyed && !socket.writableEnded && socket.writableLength > MAX_UNSENT
  }

  /** Writes what is gathered, and ends this side. */
  end(): void {
    this.flush()
    this.socket.end()
  }

  /** Like `end`, where the other side may never read it: it is cut off then. */
  endWithin(milliseconds = LINGER): void {
    this.end()
    this.timer ??= setTimeout(this.cutOff, milliseconds)
  }

  /** The client has read: it is not slow any more. Also where it is gone, and nothing more is sent. */
  drained(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  /** Goes on over another socket, once TLS is put over the first. */
  moveTo(socket: Socket): void {
    this.flush()
    this.socket = socket
  }
}
