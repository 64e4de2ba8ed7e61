import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { World } from '../../world/world.ts'
import { eventLine } from '../serve/event-line.ts'
import { answerSite } from './static-server.ts'

export interface PlaygroundOptions {
  /** Folder of the built site. */
  readonly root: string
  readonly world: World
  /** What there is to try, for a page that shows it. JSON values only. */
  readonly facts: () => unknown
}

/**
 * The playground over HTTP, with what happens in the world as it happens: `bridge/events` (server-sent
 * events) and `bridge/facts` (JSON). Both are for pages of this very server: they carry mail and
 * passwords, so another site must not read them.
 */
export function playgroundServer({ root, world, facts }: PlaygroundOptions): Server {
  return createServer((request, response) => {
    const path = request.url?.split('?')[0]
    if (path !== '/bridge/events' && path !== '/bridge/facts')
      return answerSite(root, request, response)
    if (!isOurs(request)) return void response.writeHead(403, PRIVATE).end()
    if (path === '/bridge/events') return stream(world, request, response)
    response.writeHead(200, { ...PRIVATE, 'Content-Type': 'application/json' })
    response.end(JSON.stringify(facts()))
  })
}

const PRIVATE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/**
 * Whether a page of this server asks: a name of another site that leads to this machine (DNS
 * rebinding) and a request from another origin do not count.
 */
function isOurs({ headers, socket }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  const name = host.replace(/:\d+$/, '')
  const isNamed = ['localhost', '127.0.0.1', '[::1]'].includes(name) || name === socket.localAddress
  const { origin } = headers
  return isNamed && (origin === undefined || origin === `http://${host}`)
}

/** Milliseconds between signs of life, so that a client that is gone is found. */
const HEARTBEAT = 15_000
/** Octets that may wait for a page that does not read. */
const MAX_WAITING = 1 << 20

function stream(world: World, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...PRIVATE, 'Content-Type': 'text/event-stream' })
  response.write(': here is what happens\n\n')
  const tell = (text: string): void => {
    if (response.writableLength > MAX_WAITING) response.destroy()
    else response.write(text)
  }
  const stop = world.subscribe((event) => tell(`data: ${eventLine(event)}\n\n`))
  const beat = setInterval(() => tell(': \n\n'), HEARTBEAT)
  request.once('close', () => {
    stop()
    clearInterval(beat)
  })
}
