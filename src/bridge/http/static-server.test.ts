import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../net/listen.ts'
import { findFile, staticServer } from './static-server.ts'

let folder: string
let root: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'helo-serve-'))
  root = join(folder, 'dist')
  await mkdir(join(root, 'lessons/mx'), { recursive: true })
  await mkdir(join(folder, 'dist-secret'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'dist-secret/key.txt'), 'secret')
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'assets/open-D4JA2Ecf.js'), 'export {}')
  await writeFile(join(root, 'assets/logo.svg'), '<svg/>')
  await writeFile(join(root, 'index.html'), '<h1>home</h1>')
  await writeFile(join(root, 'lessons/mx/index.html'), '<h1>mx</h1>')
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['/', 'index.html'],
  ['/index.html?x=1', 'index.html'],
  ['/lessons/mx/', 'lessons/mx/index.html'],
])('%s is %s', async (target, file) =>
  expect(await findFile(root, target)).toEqual({ kind: 'file', path: join(root, file) }),
)

test.each([
  ['/lessons/mx', '/lessons/mx/'],
  ['/lessons/mx?a=1', '/lessons/mx/?a=1'],
  ['//lessons/mx', '/lessons/mx/'],
])('%s moves to %s', async (target, to) =>
  expect(await findFile(root, target)).toEqual({ kind: 'moved', to }),
)

test.each([
  '/nothing',
  '/lessons/',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fdist-secret/key.txt',
  '/%00',
  '/%zz',
])('%s is missing', async (target) =>
  expect(await findFile(root, target)).toEqual({ kind: 'missing' }),
)

describe('over HTTP', () => {
  let server: Server
  let port: number
  beforeAll(async () => {
    server = staticServer(root)
    port = await listen(server, 0, '127.0.0.1')
  })
  afterAll(() => void server.close())

  test('a page comes with its type, packed, and open to other origins', async () =>
    expect(await get(port, '/lessons/mx/')).toMatchObject({
      status: 200,
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'access-control-allow-origin': '*',
    }))

  test.each([
    ['/lessons/mx/', 'no-cache'],
    ['/assets/logo.svg', 'no-cache'],
    ['/assets/open-D4JA2Ecf.js', 'public, max-age=31536000, immutable'],
  ])('%s is kept by browsers: %s', async (path, kept) =>
    expect(await get(port, path)).toMatchObject({ 'cache-control': kept }),
  )

  test.each([
    ['the tag that it came with', (tag: string) => tag, 304],
    ['one of several', (tag: string) => `"other", ${tag}`, 304],
    ['the tag without its mark of weakness', (tag: string) => tag.slice(2), 304],
    ['any', () => '*', 304],
    ['another tag', () => 'W/"other"', 200],
    ['none', () => '', 200],
  ])('with %s a page is asked for again', async (_, tagFrom, status) => {
    const { etag } = await get(port, '/lessons/mx/')
    const again = await get(port, '/lessons/mx/', { 'If-None-Match': tagFrom(String(etag)) })
    expect(again).toMatchObject({ status, etag, size: status === 304 ? 0 : expect.any(Number) })
  })

  test('a page that changed has another tag', async () => {
    const { etag } = await get(port, '/')
    await writeFile(join(root, 'index.html'), '<h1>new home</h1>')
    const again = await get(port, '/', { 'If-None-Match': String(etag) })
    expect(again).toMatchObject({ status: 200, text: '<h1>new home</h1>' })
  })
})

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const asked = {
    port,
    host: '127.0.0.1',
    path,
    headers: { 'Accept-Encoding': 'gzip', ...headers },
  }
  return new Promise((resolve, reject) => {
    request(asked, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const { statusCode: status, headers } = response
        const text = body.length > 0 ? gunzipSync(body).toString() : ''
        resolve({ ...headers, status, size: body.length, text })
      })
    })
      .on('error', reject)
      .end()
  })
}
