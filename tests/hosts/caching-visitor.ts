import { request } from 'node:http'

/** What a visit came to. */
export interface Visit {
  readonly requests: number
  /** Octets of bodies, as they came over the line. */
  readonly octets: number
  readonly text: string
  readonly faults: readonly string[]
}

interface Kept {
  readonly body: Buffer
  readonly etag: string | undefined
  readonly modified: string | undefined
  /** Whether it need not be asked for again. */
  readonly isFresh: boolean
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Fetches a page with what it loads first, and keeps of it what a browser would. */
export class CachingVisitor {
  readonly #kept = new Map<string, Kept>()

  async visit(page: URL): Promise<Visit> {
    const faults: string[] = []
    const counted = { requests: 0, octets: 0, unchanged: 0 }
    const html = await this.#get(page, counted, faults)
    const seen = new Set<string>()
    for (const [, path] of html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"#:]+)"/g))
      if (!seen.has(path!) && /\.\w+$/.test(path!)) {
        seen.add(path!)
        await this.#get(new URL(path!, page), counted, faults)
      }
    const { requests, octets, unchanged } = counted
    const text = `${requests} requests, ${Math.round(octets / 1024)} KiB${unchanged ? `, ${unchanged} × 304` : ''}`
    return { requests, octets, text, faults }
  }

  async #get(
    url: URL,
    counted: { requests: number; octets: number; unchanged: number },
    faults: string[],
  ): Promise<string> {
    const kept = this.#kept.get(url.href)
    if (kept?.isFresh) return kept.body.toString()
    const { status, headers, body } = await ask(url, kept)
    counted.requests++
    counted.octets += body.length
    if (status === 304) {
      counted.unchanged++
      return kept!.body.toString()
    }
    if (status !== 200) faults.push(`${url.pathname} gives ${status}.`)
    const text = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined)
    this.#kept.set(url.href, {
      body: text('content-encoding') === 'gzip' ? await unzipped(body) : body,
      etag: text('etag'),
      modified: text('last-modified'),
      isFresh: /immutable/.test(text('cache-control') ?? ''),
    })
    return this.#kept.get(url.href)!.body.toString()
  }
}

async function unzipped(body: Buffer): Promise<Buffer> {
  const { gunzipSync } = await import('node:zlib')
  return gunzipSync(body)
}

/** `fetch` unpacks by itself, and so hides what came over the line. */
const ask = (url: URL, kept: Kept | undefined): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(url, {
      headers: {
        'Accept-Encoding': 'gzip',
        ...(kept?.etag && { 'If-None-Match': kept.etag }),
        ...(kept?.modified && { 'If-Modified-Since': kept.modified }),
      },
    })
    asked.on('error', reject).on('response', (answer) => {
      const parts: Buffer[] = []
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        )
    })
    asked.end()
  })
