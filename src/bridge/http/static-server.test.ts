import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('a page comes with its type, packed, and open to other origins', async () => {
  const server = staticServer(root)
  const port = await listen(server, 0, '127.0.0.1')
  const received = await get(port, '/lessons/mx/')
  server.close()
  expect(received).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'access-control-allow-origin': '*',
  })
})

function get(port: number, path: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': 'gzip' } }, (response) =>
      response.on('end', () => resolve(response.headers)).resume(),
    )
      .on('error', reject)
      .end()
  })
}
