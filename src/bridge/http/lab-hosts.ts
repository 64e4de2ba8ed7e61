import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LabHost } from '../../lab/host.ts'
import { readJson, writeJson } from '../../lab/octet-json.ts'
import { readBody } from './read-body.ts'

/** Labs that one bridge runs at a time: each is a world with its engines in memory. */
const MAX_LABS = 64
/** Octets of a request: a lesson with a long journal. */
const MAX_REQUEST = 4 << 20

/** Octets that a page may leave unread: then it is taken for gone. */
const MAX_UNREAD = 64 << 20

/** Where labs are asked for; a lab is a path below it. */
export const LABS = '/bridge/labs'

/**
 * Hosts labs behind HTTP. `GET /bridge/labs` opens one: its answer goes on as long as the page listens,
 * a line of JSON for each output, and the first line names the lab. `POST /bridge/labs/NAME` hands it a
 * request. When the page listens no longer, the lab ends.
 */
export class LabHosts {
  readonly #hosts = new Map<string, LabHost>()

  /** @param path The path of the request, at or below `LABS`. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === LABS && request.method === 'GET') return this.#open(response)
    const host = this.#hosts.get(path.slice(LABS.length + 1))
    if (!host) return end(response, 404, 'There is no such lab, or it has ended.')
    if (request.method !== 'POST') return end(response, 405, 'A lab takes requests by POST.')
    const body = await readBody(request, MAX_REQUEST)
    if (body === undefined)
      return end(response, 413, `A request has ${MAX_REQUEST} octets at most.`)
    host.receive(readJson(body.toString('utf8')))
    end(response, 204)
  }

  /** Ends every lab. */
  end(): void {
    for (const host of this.#hosts.values()) host.stop()
    this.#hosts.clear()
  }

  async #open(response: ServerResponse): Promise<void> {
    // What labs run on is much, and the bridge is ready without it.
    const { startHost } = await import('../../hosting/start-host.ts')
    if (response.destroyed) return
    if (this.#hosts.size >= MAX_LABS)
      return end(response, 503, `This bridge runs ${MAX_LABS} labs at a time; all are in use.`)
    const name = randomUUID()
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
    response.write(`${JSON.stringify({ lab: name })}\n`)
    const host = startHost((output) => {
      response.write(`${writeJson(output)}\n`)
      if (response.writableLength > MAX_UNREAD) response.destroy()
    })
    this.#hosts.set(name, host)
    response.once('close', () => {
      host.stop()
      this.#hosts.delete(name)
    })
  }
}

function end(response: ServerResponse, status: number, sentence?: string): void {
  response.writeHead(status, sentence === undefined ? {} : { 'Content-Type': 'text/plain' })
  response.end(sentence)
}
