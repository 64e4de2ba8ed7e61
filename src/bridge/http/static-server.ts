import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { contentType, isText } from './content-types.ts'
import { PackedTexts } from './packed-texts.ts'

type Found = { kind: 'file'; path: string } | { kind: 'moved'; to: string } | { kind: 'missing' }

const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
}

/** A digest is in its name: with another text it has another one. */
const named = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/
const FOR_EVER = 'public, max-age=31536000, immutable'

const packed = new PackedTexts()

/**
 * Finds the file that a request names. A folder's page is its index.html, at a URL that ends in `/`.
 * @param root Folder that is served; nothing above it is ever read.
 * @param target The request's target, such as `/lessons/mx/?x=1`.
 */
export async function findFile(root: string, target: string): Promise<Found> {
  const [rawPath = '/', query] = target.split('?', 2)
  const path = decodePath(rawPath)
  if (path === undefined) return { kind: 'missing' }
  const file = normalize(join(root, path))
  if (file !== normalize(root) && !file.startsWith(normalize(root + sep)))
    return { kind: 'missing' }
  const found = await stat(file).catch(() => undefined)
  if (found?.isFile()) return { kind: 'file', path: file }
  if (!found?.isDirectory()) return { kind: 'missing' }
  if (!path.endsWith('/')) {
    const here = rawPath.replace(/^\/+/, '/')
    return { kind: 'moved', to: `${here}/${query === undefined ? '' : `?${query}`}` }
  }
  const page = join(file, 'index.html')
  const isPage = await stat(page).then(
    (entry) => entry.isFile(),
    () => false,
  )
  return isPage ? { kind: 'file', path: page } : { kind: 'missing' }
}

function decodePath(raw: string): string | undefined {
  try {
    const path = decodeURIComponent(raw)
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** Changes a page on its way out. */
type Edit = (html: string) => string

async function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  edit: Edit | undefined,
) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end()
  const found = await findFile(root, request.url ?? '/')
  if (found.kind === 'moved')
    return void response.writeHead(301, { ...headers, Location: found.to }).end()
  if (found.kind === 'missing')
    return void response
      .writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
      .end('There is no such page here.\n')
  await send(found.path, request, response, edit)
}

async function send(
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  edit: Edit | undefined,
) {
  const read = await readFile(file)
  const plain = edit && file.endsWith('.html') ? Buffer.from(edit(read.toString())) : read
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const tagged = {
    ...headers,
    ...(named.test(file) && { 'Cache-Control': FOR_EVER }),
    ETag: `W/"${digest}"`,
    Vary: 'Accept-Encoding',
  }
  if (hasTag(request, digest)) return void response.writeHead(304, tagged).end()
  const isPacked = isText(file) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = isPacked ? await packed.pack(digest, plain) : plain
  response.writeHead(200, {
    ...tagged,
    'Content-Type': contentType(file),
    'Content-Length': body.length,
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Whether a browser has this very text already. */
const hasTag = ({ headers }: IncomingMessage, digest: string): boolean =>
  (headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === `"${digest}"` || tag === `W/"${digest}"`)

/** Answers one request for a file under a folder. It only reads, and only below `root`. */
export function answerSite(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  edit?: Edit,
): void {
  answer(root, request, response, edit).catch(() => {
    if (!response.headersSent) response.writeHead(500, headers)
    response.end()
  })
}

/** A server of the files under a folder, not yet listening. */
export const staticServer = (root: string): Server =>
  createServer((request, response) => answerSite(root, request, response))
