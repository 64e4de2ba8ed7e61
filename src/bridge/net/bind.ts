import type { Socket as UdpSocket } from 'node:dgram'
import type { Server, Socket } from 'node:net'

/** Something that takes a port: a TCP server or a UDP socket. */
export interface Binding {
  bind(port: number, host: string): Promise<number>
  close(): void
}

/** A port was taken by others. */
export const isBusy = (error: unknown): boolean => codeOf(error) === 'EADDRINUSE'

/** This machine has no such address: no IPv6, for instance. */
export const isAbsent = (error: unknown): boolean =>
  ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** @param atEnd What closing does to connections: `cut` ends them, `leave` lets them end by themselves. */
export function tcpBinding(server: Server, atEnd: 'cut' | 'leave'): Binding {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    bind: (port, host) =>
      settle(
        server,
        () => server.listen({ port, host, ipv6Only: host.includes(':') }),
        () => portOf(server.address()),
      ),
    close() {
      server.close()
      if (atEnd === 'cut') for (const socket of sockets) socket.destroy()
    },
  }
}

export const udpBinding = (socket: UdpSocket): Binding => ({
  bind: (port, address) =>
    settle(
      socket,
      () => socket.bind({ port, address }),
      () => socket.address().port,
    ),
  close: () => void socket.close(),
})

const portOf = (address: ReturnType<Server['address']>): number =>
  address !== null && typeof address === 'object' ? address.port : 0

/** Begins, and waits until the port is taken or refused. */
function settle(
  emitter: Server | UdpSocket,
  begin: () => unknown,
  port: () => number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      emitter.off('listening', done)
      reject(error)
    }
    const done = (): void => {
      emitter.off('error', failed)
      resolve(port())
    }
    emitter.once('listening', done).once('error', failed)
    begin()
  })
}

const TRIES = 50
const LAST_PORT = 65_535

/**
 * Binds what `make` makes for each address, all to one port: the first from `wish` upwards that is
 * free for all. Addresses that the machine does not have are left out.
 * @param wish 0 lets the system choose.
 * @throws Where no port is free, or no address is there.
 */
export async function bindAll(
  addresses: readonly string[],
  wish: number,
  make: (address: string) => readonly Binding[],
): Promise<{ readonly port: number; readonly bindings: readonly Binding[] }> {
  for (let tried = 0; tried < TRIES && wish + tried <= LAST_PORT; tried++) {
    const bound = await bindOnce(addresses, wish === 0 ? 0 : wish + tried, make)
    if (bound) return bound
  }
  throw new Error(`No port from ${wish} on is free on ${addresses.join(' and ')}.`)
}

async function bindOnce(
  addresses: readonly string[],
  wish: number,
  make: (address: string) => readonly Binding[],
): Promise<{ port: number; bindings: Binding[] } | undefined> {
  const bindings: Binding[] = []
  let port = wish
  try {
    for (const address of addresses)
      for (const binding of make(address))
        try {
          port = await binding.bind(port, address)
          bindings.push(binding)
        } catch (error) {
          if (!isAbsent(error) || addresses.length === 1) throw error
        }
  } catch (error) {
    for (const binding of bindings) binding.close()
    if (isBusy(error)) return undefined
    throw error
  }
  if (bindings.length === 0) throw new Error(`None of ${addresses.join(', ')} is there.`)
  return { port, bindings }
}
