import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { WorldSpec } from '../../../world/spec.ts'
import { sandboxWorld } from '../../../world/sandbox.ts'
import { parsePort } from '../ports.ts'
import { startBridge, type Bridge, type BridgeOptions } from '../start-bridge.ts'

/** Any free port for every service. */
export const ANY = parsePort('all=0')!

export const openBridge = (
  spec: WorldSpec = sandboxWorld,
  options: Partial<BridgeOptions> = {},
): Promise<Bridge> =>
  startBridge({
    spec,
    listen: ['127.0.0.1'],
    ports: ANY,
    caller: { name: 'desk.example.org', address: '192.0.2.7' },
    now: () => Date.now(),
    ...options,
  })

/** The port on this machine that stands for a service of a simulated host. */
export function portOf({ ports }: Bridge, service: string, host?: string): number {
  const found = ports.find((port) => port.service === service && (!host || port.host === host))
  if (!found) throw new Error(`No port for ${service}.`)
  return found.port
}

/** A client that sends by hand and waits for what it expects. */
export interface HandClient {
  readonly socket: Socket
  /** Everything received so far. */
  received(): string
  send(text: string): void
  /** Resolves with all that came once it matches; rejects when the connection ends before. */
  until(pattern: RegExp): Promise<string>
  ended(): Promise<string>
}

export async function dial(port: number): Promise<HandClient> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return handClient(socket)
}

export function handClient(socket: Socket): HandClient {
  let text = ''
  let over = false
  const waiting = new Set<() => void>()
  const look = (): void => [...waiting].forEach((check) => check())
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1')
    look()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    over = true
    look()
  })
  const when = (isSo: () => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!isSo() && !over) return
        waiting.delete(check)
        if (isSo()) resolve(text)
        else reject(new Error(`The connection ended after: ${text}`))
      }
      waiting.add(check)
      check()
    })
  return {
    socket,
    received: () => text,
    send: (line) => void socket.write(line, 'latin1'),
    until: (pattern) => when(() => pattern.test(text)),
    ended: () => when(() => over),
  }
}
