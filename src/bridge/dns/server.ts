import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { answerDns, type NameSource } from './answer.ts'

/** Milliseconds that a TCP client may be silent, and connections at once (RFC 7766 §6.2.3, §6.2.2). */
const TCP_IDLE = 30_000
const TCP_CONNECTIONS = 200

/** Questions that one client gets answered before others have their turn. */
const ANSWERS_AT_ONCE = 32

/** A name server over UDP, not yet bound. */
export function udpDns(names: NameSource, family: 'udp4' | 'udp6'): UdpSocket {
  const socket = createSocket({ type: family, ipv6Only: family === 'udp6' })
  socket.on('message', (query, from) => {
    const answer = answerDns(query, names, 'udp')
    if (answer) socket.send(answer, from.port, from.address, () => undefined)
  })
  return socket
}

/** The same over TCP, not yet listening: each message has its length in front (RFC 1035 §4.2.2). */
export function tcpDns(names: NameSource): Server {
  const server = createServer({ allowHalfOpen: true }, (socket) => serveTcp(socket, names))
  server.maxConnections = TCP_CONNECTIONS
  return server
}

/** A client may end its side first: it still gets the answers to what it asked. */
function serveTcp(socket: Socket, names: NameSource): void {
  let held = Buffer.alloc(0)
  let isEnded = false
  const isWhole = (): boolean => held.length >= 2 && held.length >= 2 + held.readUInt16BE()
  // Answers while the client takes them: what it has not read yet is not answered further.
  const answerAll = (): void => {
    for (let count = 0; count < ANSWERS_AT_ONCE && isWhole(); count++) {
      if (socket.writableNeedDrain) return
      const end = 2 + held.readUInt16BE()
      const answer = answerDns(held.subarray(2, end), names, 'tcp')
      held = held.subarray(end)
      if (answer) socket.write(framed(answer))
    }
    if (socket.destroyed) return
    if (isWhole()) setImmediate(answerAll)
    else if (isEnded) socket.end()
    else socket.resume()
  }
  socket.setTimeout(TCP_IDLE, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('drain', answerAll)
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes])
    socket.pause()
    answerAll()
  })
  socket.on('end', () => {
    isEnded = true
    answerAll()
  })
}

function framed(message: Uint8Array): Uint8Array {
  const octets = Buffer.alloc(2 + message.length)
  octets.writeUInt16BE(message.length)
  octets.set(message, 2)
  return octets
}
