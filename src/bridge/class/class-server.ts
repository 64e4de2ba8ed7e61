import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ROOM } from '../../lab/class/protocol.ts'
import { REMOVING_WORKER } from '../http/removing-worker.ts'
import { answerSite } from '../http/static-server.ts'
import { isNear, isOurs } from '../http/who-asks.ts'
import { PackedAssets } from './packed-assets.ts'
import { RoomRequests, type RoomOptions } from './room-requests.ts'

export interface ClassOptions extends RoomOptions {
  /** Folder of the built site. */
  readonly site: string
  /** What this machine is called beside its addresses. */
  readonly names: readonly string[]
}

export interface ClassServer {
  /** One more server of the class, not yet listening: each address has its own. */
  makeServer(): Server
  /** Cuts the streams of pages that no longer say anything; it does so itself from time to time. */
  cutSilent(): void
  /** Announces the end to all pages, and cuts every connection. */
  end(): Promise<void>
}

/** Milliseconds in which a request has to come whole, and in which pages hear of the end. */
const REQUEST_TIME = 15_000
const FAREWELL = 150

/** Connections at a time: those of a full class, and some. */
const MOST_CONNECTIONS = 4_000

/**
 * The playground for a class over HTTP, with the room of the class. It reads the site's folder and writes
 * nothing. The room answers pages of this very server alone.
 */
export function classServer(options: ClassOptions): ClassServer {
  const requests = new RoomRequests(options)
  const assets = new PackedAssets(options.site)
  const servers: Server[] = []
  return {
    makeServer() {
      const server = createServer((request, response) =>
        assets.isFor(request)
          ? void assets.answer(request, response).catch(() => response.destroy())
          : answer(options, requests, request, response),
      )
      server.requestTimeout = REQUEST_TIME
      server.headersTimeout = REQUEST_TIME
      server.maxConnections = MOST_CONNECTIONS
      servers.push(server)
      return server
    },
    cutSilent: () => requests.streams.cutSilent(),
    async end() {
      requests.streams.end()
      for (const server of servers) server.close()
      await new Promise((resolve) => setTimeout(resolve, FAREWELL))
      for (const server of servers) server.closeAllConnections()
    },
  }
}

function answer(
  { site, names }: ClassOptions,
  requests: RoomRequests,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const ours = isOurs(request, names)
  const target = request.url ?? '/'
  if (target.split('?')[0] === '/sw.js')
    return void response.writeHead(200, SCRIPT).end(REMOVING_WORKER)
  if (!target.startsWith(ROOM))
    return answerSite(site, request, response, ours ? marked : undefined)
  for (const [name, value] of Object.entries(PRIVATE)) response.setHeader(name, value)
  if (!ours || !isNear(request) || !URL.canParse(target, BASE))
    return void response.writeHead(403).end()
  // A page that goes away in the middle of a request is no fault of the class.
  requests.answer(new URL(target, BASE), request, response).catch(() => response.destroy())
}

/** What a path is read against; nothing asks it. */
const BASE = 'http://class.invalid'

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

const PRIVATE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/** Marks a page that a class serves: so no page asks for one where there is none. */
const marked = (html: string): string =>
  html.replace('</head>', '<meta name="helo-world-class" content="open" /></head>')
