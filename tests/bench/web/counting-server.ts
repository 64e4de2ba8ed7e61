import { createServer, type Server } from 'node:http'
import { answerSite } from '../../../src/bridge/http/static-server.ts'
import { listen } from '../../../src/bridge/net/listen.ts'

/** A request, and what its answer took on the wire, header and body as they were packed. */
export interface Served {
  readonly path: string
  octets: number
}

/** From here on a page at rest keeps the site for the time without a network. */
const COPY = /\/sw\.js$/

/**
 * Serves a folder as the playground's own server does, and counts what comes before that copy. It sees what workers fetch, too,
 * of which a page's own tools see little. An answer counts once it is written, which is before it
 * has come through a slow line.
 */
export class CountingServer {
  #served: Served[] = []
  #counts = true
  readonly #server: Server

  constructor(root: string) {
    this.#server = createServer((request, response) => {
      const one: Served = { path: request.url ?? '/', octets: 0 }
      if (COPY.test(one.path)) this.#counts = false
      if (this.#counts) this.#served.push(one)
      const before = request.socket.bytesWritten
      response.once('finish', () => (one.octets = request.socket.bytesWritten - before))
      answerSite(root, request, response)
    })
  }

  /** @returns The address of the folder. */
  async open(): Promise<string> {
    return `http://127.0.0.1:${await listen(this.#server, 0, '127.0.0.1')}/`
  }

  /** Forgets what was served. */
  restart(): void {
    this.#served = []
    this.#counts = true
  }

  get served(): readonly Served[] {
    return this.#served
  }

  get octets(): number {
    return octetsOf(this.#served)
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

/** What a lab runs on comes once the page is idle; a page without one has none. */
export const isEngine = (path: string): boolean => /\/worker-[\w-]+\.js$/.test(path)

export const octetsOf = (served: readonly Served[]): number =>
  served.reduce((sum, { octets }) => sum + octets, 0)
