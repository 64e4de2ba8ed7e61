import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { processorTime } from './processor-time.ts'

/** A server in a process of its own, listening on 127.0.0.1. */
export interface BenchServer {
  readonly name: string
  readonly port: number
  /** Milliseconds of processor time so far, where the system reports it. */
  processorTime(): number | undefined
  stop(): Promise<void>
}

/** How long a server may take to listen, in milliseconds. */
const START = 20_000

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a program that listens on `port`. @throws Where it ends, or does not listen in time. */
export async function startServer(
  name: string,
  port: number,
  [program, ...words]: readonly [string, ...string[]],
): Promise<BenchServer> {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  let failed: Error | undefined
  child.once('error', (error) => (failed = error))
  const stop = (): Promise<void> => end(child)
  try {
    for (let waited = 0; !(await listens(port)); waited += 50) {
      if (failed) throw failed
      if (child.exitCode !== null || waited > START) throw new Error(`${name} does not listen.`)
      await sleep(50)
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { name, port, processorTime: () => processorTime(child.pid!), stop }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
  await once(child, 'exit')
  clearTimeout(killer)
}
