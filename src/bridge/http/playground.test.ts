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
import { playground } from './playground.ts'

const root = mkdtempSync(join(tmpdir(), 'helo-site-'))
writeFileSync(join(root, 'index.html'), '<head></head><h1>here</h1>')
const world = createWorld(sampleWorld, {
  crypto: webCrypto,
  keep: { events: 400, octets: 1 << 20 },
})
const { server, end } = playground({ root, world, run: 'run1', facts: () => ({ ports: [1] }) })
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

/** Everything that comes until it matches, or the end. */
async function readUntil(response: IncomingMessage, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const piece of response) {
    text += String(piece)
    if (pattern.test(text)) break
  }
  return text
}

const dataOf = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, line]) => JSON.parse(line!) as Answer)
interface Answer {
  readonly type?: string
  readonly resumed?: boolean
}

const message = sampleWorld.mails.find(({ id }) => id === 'letter')!
const lastId = (text: string): string => text.match(/(?<=^id: ).*$/gm)!.at(-1)!

test('the site and the facts are served', async () => {
  expect(await readUntil(await ask('/'), /$/)).toContain('<h1>here</h1>')
  expect(await readUntil(await ask('/bridge/facts'), /\}$/)).toBe('{"ports":[1]}')
})

test('what happens in the world is reported as it happens', async () => {
  const response = await ask('/bridge/events')
  expect(response.headers['content-type']).toBe('text/event-stream')
  const events = readUntil(response, /"closed"/)
  await world.send(message)
  const types = dataOf(await events).map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['dns', 'opened', 'wire', 'command', 'delivered']))
})

test('a page that comes later receives what happened, one that comes back what it missed', async () => {
  await world.send(message)
  const first = await readUntil(await ask('/bridge/events'), /"closed".*\n\n$/)
  expect(dataOf(first)[0]).toEqual({ resumed: false })
  await world.send(message)
  const again = await ask('/bridge/events', { 'last-event-id': lastId(first) })
  const [hello, ...missed] = dataOf(await readUntil(again, /"closed".*\n\n$/))
  expect(hello).toEqual({ resumed: true })
  expect(missed.filter(({ type }) => type === 'opened')).toHaveLength(1)
})

test.each(['run0-3', 'run1-99999', 'nonsense', ''])(
  'a page of another run, or that claims to be (%j), begins anew',
  async (id) => {
    const response = await ask('/bridge/events', { 'last-event-id': id })
    expect(dataOf(await readUntil(response, /hello[^]*\n\n$/))[0]).toEqual({ resumed: false })
  },
)

test('the log lets the oldest go: who was there then begins anew, and who follows misses nothing', async () => {
  const early = `run1-${world.droppedCount}`
  const before = world.droppedCount
  const following = readUntil(
    await ask('/bridge/events', { 'last-event-id': early }),
    /marker\.example.*\n\n$/,
  )
  while (world.droppedCount <= before) await world.send(message)
  world.lookUp('desk.example.org', 'marker.example', 'TXT')
  const events = dataOf(await following)
  expect(events[0]).toEqual({ resumed: true })
  const response = await ask('/bridge/events', { 'last-event-id': early })
  expect(dataOf(await readUntil(response, /hello[^]*\n\n$/))[0]).toEqual({ resumed: false })
})

test('a page is marked for whom it may follow, and for no other page', async () => {
  const mark = '<meta name="helo-world-bridge" content="open" /></head>'
  expect(await readUntil(await ask('/'), /$/)).toContain(mark)
  expect(await readUntil(await ask('/', { host: 'evil.example' }), /$/)).not.toContain(mark)
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

test('the end is announced', async () => {
  const response = await ask('/bridge/events')
  const events = readUntil(response, /never/)
  await end()
  expect(await events).toMatch(/event: end\ndata: \{\}\n\n$/)
})
