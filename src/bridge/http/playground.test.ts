import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { playgroundServer } from './playground.ts'

const root = mkdtempSync(join(tmpdir(), 'helo-site-'))
writeFileSync(join(root, 'index.html'), '<h1>here</h1>')
const world = createWorld(sampleWorld, { crypto: webCrypto })
const server = playgroundServer({ root, world, facts: () => ({ ports: [1] }) })
let port = 0
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(root, { recursive: true })
})

async function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get({
    host: '127.0.0.1',
    port,
    path,
    headers: { host: `localhost:${port}`, ...headers },
  })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

/** Everything that comes until it matches. */
async function readUntil(response: IncomingMessage, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const piece of response) {
    text += String(piece)
    if (pattern.test(text)) break
  }
  return text
}

test('the site and the facts are served', async () => {
  expect(await readUntil(await ask('/'), /$/)).toBe('<h1>here</h1>')
  expect(await readUntil(await ask('/bridge/facts'), /\}$/)).toBe('{"ports":[1]}')
})

test('what happens in the world is told as it happens', async () => {
  const response = await ask('/bridge/events')
  expect(response.headers['content-type']).toBe('text/event-stream')
  const told = readUntil(response, /"closed"/)
  const mail = sampleWorld.mails.find(({ id }) => id === 'letter')!
  await world.send(mail)
  const events = (await told).split('\n\n').flatMap((line) => /^data: (.*)$/.exec(line)?.[1] ?? [])
  const types = events.map((line) => (JSON.parse(line) as { type: string }).type)
  expect(types).toEqual(expect.arrayContaining(['dns', 'opened', 'wire', 'exchange', 'delivered']))
})

test.each([
  ['a page of another site', { origin: 'https://example.com' }],
  ['a name of another site that leads here', { host: 'evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:1' }],
])('%s may not read the mail', async (_, headers) => {
  for (const path of ['/bridge/events', '/bridge/facts']) {
    const response = await ask(path, headers)
    expect(response.statusCode).toBe(403)
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
    response.destroy()
  }
})
