import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import type { BridgeFacts } from '../../../src/world/bridge-facts.ts'

/** A bridge of its own, as `npm start` opens it, on any free ports. */
export interface TestBridge {
  /** The page's address. */
  readonly site: string
  /** Where other machines may edit its zones; '' where it printed none. */
  readonly editAddress: string
  port(service: string, host?: string): number
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')
const words = ['--no-build', '--host', '127.0.0.1', '--port', 'all=0']

/** @param more Further words for `npm start`. */
export async function startBridge(...more: readonly string[]): Promise<TestBridge> {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/build/serve/start.ts', ...words, ...more],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(started, 'exit')
  let lines = ''
  for await (const piece of started.stdout) {
    lines += String(piece)
    if (lines.includes('Ctrl+C')) break
  }
  const site = lines.match(/http:\S+/g)?.find((one) => !one.includes('#edit='))
  if (site === undefined) throw new Error(`The bridge did not print its address: ${lines}`)
  const { ports } = (await (await fetch(new URL('bridge/facts', site))).json()) as BridgeFacts
  return {
    site,
    editAddress: /http:\S+#edit=\S+/.exec(lines)?.[0] ?? '',
    port: (service, host) =>
      ports.find((one) => one.service === service && (!host || one.host === host))!.port,
    async stop() {
      started.kill('SIGTERM')
      await ended
    },
  }
}

/** Sends lines to a server, one after each reply. @returns All replies to the end. */
export async function send(port: number, ...lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const left = [...lines]
  let received = ''
  socket.on('data', (piece) => {
    received += String(piece)
    // The last line of an answer has no hyphen behind its code (RFC 5321 §4.2.1).
    if (/(^|\n)\d{3} [^\n]*\r\n$/.test(received)) socket.write(`${left.shift() ?? 'QUIT'}\r\n`)
  })
  await once(socket, 'close')
  return received
}

/** Sends lines over TLS, all at once. @returns All replies until the server closes. */
export async function sendOverTls(port: number, ...lines: readonly string[]): Promise<string> {
  const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false })
  let received = ''
  socket.on('data', (piece) => (received += String(piece)))
  socket.write(lines.map((line) => `${line}\r\n`).join(''))
  await once(socket, 'close')
  return received
}
