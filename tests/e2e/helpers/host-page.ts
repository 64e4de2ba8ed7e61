import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of somebody else, on an origin of its own. */
export interface HostPage {
  /** Another site than that of the widgets: third-party storage is blocked between them. */
  readonly url: string
  /** Another origin of the same site. */
  readonly sameSite: string
  end(): Promise<void>
}

/**
 * Serves one page.
 * @param body What stands in its body; `SITE` stands for the site of the widgets.
 * @param headers Of its answer, such as a policy.
 */
export async function hostPage(
  site: string,
  body: string,
  {
    headers = {},
    script = true,
    head = '',
  }: {
    readonly headers?: Readonly<Record<string, string>>
    /** Whether the page brings `embed.js`. */
    readonly script?: boolean
    readonly head?: string
  } = {},
): Promise<HostPage> {
  const put = (text: string) => text.replaceAll('SITE', site)
  const tag = script ? '<script type="module" src="SITEembed.js"></script>' : ''
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Docs</h1>${body}</main>${tag}</body></html>`
  const server: Server = createServer((_, response) => {
    const own = Object.entries(headers).map(([name, value]) => [name, put(value)])
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(Object.fromEntries(own) as Record<string, string>),
    })
    response.end(put(html))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    sameSite: `http://127.0.0.1:${port}/`,
    end: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
