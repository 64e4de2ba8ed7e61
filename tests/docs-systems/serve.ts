import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { answerSite, findFile } from '../../src/bridge/http/static-server.ts'

/**
 * A server of a site that was built, with a policy as strict as its own scripts allow: those in its pages by their
 * digests, and of others the script and the frames of the playground alone.
 * @param playground The playground's address.
 */
export const policedServer = (folder: string, playground: string): Server =>
  createServer((request, response) => {
    // A browser asks for it whether or not a page has one.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end()
    void findFile(folder, request.url ?? '/').then((found) => {
      if (found.kind === 'file' && found.path.endsWith('.html'))
        response.setHeader(
          'Content-Security-Policy',
          policyOf(readFileSync(found.path, 'utf8'), playground),
        )
      answerSite(folder, request, response)
    })
  })

/** Themes write styles into their pages; a widget needs none. */
export function policyOf(html: string, playground: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)]
  const digests = inline.map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return [
    "default-src 'none'; base-uri 'none'; form-action 'self'; manifest-src 'self'",
    `script-src 'self' ${[...new Set(digests)].join(' ')} ${playground}`,
    `frame-src ${playground}`,
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'",
  ].join('; ')
}
