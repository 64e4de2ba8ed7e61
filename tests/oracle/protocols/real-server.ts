import { createServer, connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

/** Another implementation, running on this machine for as long as it is compared with ours. */
export interface RealServer {
  readonly version: string
  /** Ports of 127.0.0.1, by the service that listens there. */
  readonly ports: Readonly<Record<string, number>>
  stop(): Promise<void>
}

/** Ports that nothing listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

const TRIES = 100
const BETWEEN = 100

/**
 * Resolves when something listens on the port.
 * @throws Where nothing does within ten seconds.
 */
export async function untilListening(port: number): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    if (await listens(port)) return
    await pause(BETWEEN)
  }
  throw new Error(`Nothing listens on port ${port}.`)
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
