import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentType, isText } from '../http/content-types.ts'
import { findFile } from '../http/static-server.ts'

const pack = promisify(gzip)

/** Octets of files that are kept, so that a room that opens a lesson at once does not pack it each time. */
const MOST = 64 << 20

interface Packed {
  readonly type: string
  readonly plain: Buffer
  /** Absent where packing gains nothing. */
  readonly packed?: Buffer
}

/**
 * What a site has in `assets/`: its files have a digest in their name, so what a browser has is never asked
 * for again, nor without a connection.
 */
export class PackedAssets {
  readonly #site: string
  readonly #files = new Map<string, Packed>()
  #octets = 0

  /** @param site Folder of the built site. */
  constructor(site: string) {
    this.#site = site
  }

  /** Whether a request is for one of them; others are served as they are. */
  isFor({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
    return method === 'GET' && /^\/assets\/[\w.-]+$/.test(url)
  }

  async answer({ url = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.#files.get(url) ?? (await this.#read(url))
    if (!file) return void response.writeHead(404).end()
    const takesPacked = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
    const body = takesPacked && file.packed ? file.packed : file.plain
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': body.length,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(body === file.packed && { 'Content-Encoding': 'gzip' }),
    })
    response.end(body)
  }

  async #read(url: string): Promise<Packed | undefined> {
    const found = await findFile(this.#site, url)
    if (found.kind !== 'file') return undefined
    const plain = await readFile(found.path)
    const packed = isText(found.path) ? await pack(plain) : undefined
    const file = { type: contentType(found.path), plain, ...(packed && { packed }) }
    this.#octets += plain.length + (packed?.length ?? 0)
    if (this.#octets <= MOST) this.#files.set(url, file)
    return file
  }
}
