import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJson } from '../../lab/octet-json.ts'
import { LAB_PROTOCOL, type LabOutput } from '../../lab/protocol.ts'
import { readOutput } from '../../lab/read-output.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { playground } from './playground.ts'
import { EditedZones } from '../zones/edited-zones.ts'

const root = mkdtempSync(join(tmpdir(), 'helo-site-'))
writeFileSync(join(root, 'index.html'), '<head></head><h1>here</h1>')
const world = createWorld(sampleWorld, {
  crypto: webCrypto,
  keep: { events: 400, octets: 1 << 20 },
})
const { server, end } = playground({
  ...{ root, world, run: 1, facts: () => ({ ports: [1] }) },
  ...{ zones: new EditedZones(world), rules: { isOff: false, token: 'none' } },
})
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

/** The outputs that came, each of which must be one. */
const outputsIn = (text: string): LabOutput[] =>
  [...text.matchAll(/^data: (\{"kind".*)$/gm)].map(([, line]) => {
    const output = readOutput(readJson(line!))
    if (typeof output === 'string') throw new Error(output)
    return output
  })

const kindsIn = (text: string) => outputsIn(text).map(({ kind }) => kind)

const eventsIn = (text: string) =>
  outputsIn(text).flatMap((output) => (output.kind === 'events' ? output.events : []))

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
  const types = eventsIn(await events).map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['dns', 'opened', 'wire', 'command', 'delivered']))
})

test('a page that comes later receives what happened, one that comes back what it missed', async () => {
  await world.send(message)
  const first = await readUntil(await ask('/bridge/events'), /"closed".*\n\n$/)
  expect(outputsIn(first).slice(0, 3)).toMatchObject([
    { kind: 'hello', version: LAB_PROTOCOL },
    { kind: 'opened', run: 1 },
    { kind: 'events', run: 1, first: 0 },
  ])
  const known = world.events.length
  await world.send(message)
  const again = await ask('/bridge/events', { 'last-event-id': lastId(first) })
  const missed = await readUntil(again, /"closed".*\n\n$/)
  expect(outputsIn(missed).slice(0, 2)).toMatchObject([
    { kind: 'hello' },
    { kind: 'events', run: 1, first: known },
  ])
  expect(eventsIn(missed)).toEqual(world.events.slice(known))
})

test('each event comes once and in order, several in a frame', async () => {
  const response = await ask('/bridge/events')
  await world.send(message)
  world.lookUp('desk.example.org', 'last.example', 'TXT')
  const outputs = outputsIn(await readUntil(response, /last\.example[^]*\n\n$/))
  const frames = outputs.flatMap((output) => (output.kind === 'events' ? [output] : []))
  expect(frames.flatMap(({ events }) => events)).toEqual(world.events)
  expect(frames.length).toBeLessThan(world.events.length / 4)
  for (const [at, { first, events }] of frames.entries())
    expect(frames[at + 1]?.first ?? world.events.length).toBe(first + events.length)
})

test.each(['0-3', '1-99999', 'run1-0', 'nonsense', ''])(
  'a page of another run, or that claims to be (%j), begins anew',
  async (id) => {
    const response = await ask('/bridge/events', { 'last-event-id': id })
    const received = await readUntil(response, /"events"[^]*\n\n$/)
    expect(kindsIn(received).slice(0, 2)).toEqual(['hello', 'opened'])
  },
)

test('the log lets the oldest go: who was there then begins anew, and who follows misses nothing', async () => {
  const early = `1-${world.droppedCount}`
  const before = world.droppedCount
  const following = readUntil(
    await ask('/bridge/events', { 'last-event-id': early }),
    /marker\.example[^]*\n\n$/,
  )
  while (world.droppedCount <= before) await world.send(message)
  world.lookUp('desk.example.org', 'marker.example', 'TXT')
  const outputs = outputsIn(await following)
  expect(outputs[0]?.kind).toBe('hello')
  let next = before + 1
  for (const output of outputs.slice(1)) {
    if (output.kind !== 'events') throw new Error(output.kind)
    expect(output.first).toBe(next)
    next += output.events.length
  }
  expect(next).toBe(world.droppedCount + world.events.length)
  const response = await ask('/bridge/events', { 'last-event-id': early })
  const received = await readUntil(response, /"events"[^]*\n\n$/)
  expect(kindsIn(received).slice(0, 2)).toEqual(['hello', 'opened'])
})

test('a page is marked for whom it may follow, and for no other page', async () => {
  const mark = '<meta name="helo-world-bridge" content="open" /></head>'
  expect(await readUntil(await ask('/'), /$/)).toContain(mark)
  expect(await readUntil(await ask('/', { host: 'evil.example' }), /$/)).not.toContain(mark)
})

test('a service worker that was here before is taken away', async () => {
  const response = await ask('/sw.js')
  expect(response.headers['content-type']).toMatch(/^text\/javascript/)
  expect(await readUntil(response, /$/)).toContain('registration.unregister()')
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
