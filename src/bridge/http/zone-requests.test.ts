import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { text as readAll } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readJson } from '../../lab/octet-json.ts'
import { readOutput } from '../../lab/read-output.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { EditedZones, zoneLimits } from '../zones/edited-zones.ts'
import { playground } from './playground.ts'
import type { EditRules } from './who-may-edit.ts'

const [{ origin, text: first }] = sampleWorld.zones as [(typeof sampleWorld.zones)[0]]
const path = `/bridge/zones/${origin}.zone`
const fresh = `${first}\nfresh TXT "one"\n`

/** A bridge of its own for each test. */
async function open(rules: Partial<EditRules> = {}) {
  const hosts = sampleWorld.hosts.map((host, at) => ({ ...host, cachesDns: at === 0 }))
  const world = createWorld({ ...sampleWorld, hosts }, { crypto: webCrypto })
  const zones = new EditedZones(world)
  const { server } = playground({
    ...{ root: tmpdir(), world, zones, run: 7, facts: () => ({}) },
    rules: { isOff: false, token: 'secret', ...rules },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { world, zones, server, port }
}

let bridge: Awaited<ReturnType<typeof open>>
const opened: (typeof bridge)[] = []
const start = async (rules?: Partial<EditRules>) => opened.push((bridge = await open(rules)))
beforeEach(() => start())
afterAll(() => {
  for (const { server } of opened) {
    server.close()
    server.closeAllConnections()
  }
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** What came, where it is an output. */
  readonly output: unknown
}

async function ask(
  method: string,
  to: string,
  body?: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { port } = bridge
  const host = `localhost:${port}`
  const asked = request({
    ...{ host: '127.0.0.1', port, path: to, method },
    headers: { host, origin: `http://${host}`, ...headers },
  })
  // A body that is too long is not read to its end.
  asked.on('error', () => undefined)
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const text = await readAll(response)
  return {
    ...{ status: response.statusCode, headers: response.headers, text },
    output: readOutput(readJson(text)),
  }
}

const put = (body: string | Uint8Array, headers?: Record<string, string>) =>
  ask('PUT', path, body, headers)

const isRefused = { kind: 'refused', reason: expect.any(String) as string }

describe('the zones of a bridge', () => {
  test('are an output of the lab protocol, with what an edit must know', async () => {
    const { status, output } = await ask('GET', '/bridge/zones')
    const { octets: limit } = zoneLimits
    expect(status).toBe(200)
    const caches = [sampleWorld.hosts[0]!.name]
    expect(output).toEqual({
      ...{ kind: 'bridgeZones', run: 7, editing: 'open', limit, caches },
      zones: bridge.zones.all,
    })
  })

  test('are files too', async () => {
    const { text, headers } = await ask('GET', path)
    expect(text).toBe(first)
    expect(headers).toMatchObject({
      ...{ etag: '"7-1"', 'content-type': 'text/dns; charset=utf-8', 'cache-control': 'no-store' },
      'content-disposition': `attachment; filename*=UTF-8''${origin}.zone`,
    })
  })

  test('are answered from at once when they are edited', async () => {
    const { status, headers, output } = await put(fresh, { 'if-match': '"7-1"' })
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"7-2"' })
    expect(output).toMatchObject({ kind: 'bridgeZone', run: 7, zone: { version: 2, text: fresh } })
    const { records } = bridge.world.resolver.query(`fresh.${origin}`, 'TXT')
    expect(records).toHaveLength(1)
  })

  test('keep a text with errors, which have places, and serve what they served', async () => {
    const { status, output } = await put('@ MX mail\n')
    expect(status).toBe(200)
    const error = { line: 1, column: 6, code: expect.stringMatching(/^zone\//) as string }
    expect(output).toMatchObject({ zone: { served: first, errors: [error] } })
  })

  test('are not edited in the dark: who is late gets what stands, of another run too', async () => {
    await put(fresh)
    for (const tag of ['"7-1"', '"6-2"', '"7-99"']) {
      const { status, output, headers } = await put('; mine\n', { 'if-match': tag })
      expect({ status, etag: headers.etag }).toEqual({ status: 412, etag: '"7-2"' })
      expect(output).toMatchObject({ kind: 'bridgeZone', zone: { version: 2, text: fresh } })
    }
    expect((await put(first, { 'if-match': '*' })).status).toBe(200)
  })

  test.each(['"7"', '7-1', 'W/"7-1"', `"${'9'.repeat(20)}-1"`, '"7-1", "7-2"'])(
    'have no version %s',
    async (tag) => {
      const { status, output } = await put(fresh, { 'if-match': tag })
      expect({ status, output }).toEqual({ status: 400, output: isRefused })
    },
  )

  test('have limits, with a length that is said and one that is not', async () => {
    const most = `;${' '.repeat(zoneLimits.octets - 1)}`
    expect((await put(most)).status).toBe(200)
    const { status, output, headers } = await put(`${most} `)
    expect({ status, output }).toEqual({ status: 413, output: isRefused })
    expect(headers.connection).toBe('close')
    const chunked = await put(most.repeat(3), { 'transfer-encoding': 'chunked' })
    expect(chunked.status).toBe(413)
    expect(bridge.zones.named(origin)).toMatchObject({ text: most, version: 2 })
  })

  test.each([
    ['PUT', path, Uint8Array.of(0x3b, 0xff), 400],
    ['POST', path, 'x', 405],
    ['DELETE', path, undefined, 405],
    ['PUT', '/bridge/zones/elsewhere.example.zone', 'x', 404],
    ['PUT', '/bridge/zones/%', 'x', 404],
    ['PUT', '/bridge/zones/..%2f..%2fetc%2fpasswd', 'x', 404],
    ['PUT', '/bridge/zones', 'x', 404],
    ['GET', '/bridge/caches/nobody.example', undefined, 404],
    ['DELETE', `/bridge/caches/${sampleWorld.hosts[1]!.name}`, undefined, 404],
    ['GET', `/bridge/caches/${sampleWorld.hosts[0]!.name}`, undefined, 405],
  ])('refuse %s %s with a sentence', async (method, to, body, refusal) => {
    const { status, output } = await ask(method, to, body)
    expect({ status, output }).toEqual({ status: refusal, output: isRefused })
    expect(bridge.zones.named(origin)!.version).toBe(1)
  })

  test.each([
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['a name of another site that leads here', { host: 'evil.example' }],
    ['what a browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['what a browser calls the same site', { 'sec-fetch-site': 'same-site' }],
  ])('are kept from %s', async (_, headers) => {
    for (const [method, to] of [
      ['PUT', path],
      ['GET', path],
      ['GET', '/bridge/zones'],
      ['OPTIONS', path],
      ['DELETE', `/bridge/caches/${sampleWorld.hosts[0]!.name}`],
    ] as const) {
      const answer = await ask(method, to, method === 'PUT' ? fresh : undefined, headers)
      expect(answer.status).toBe(403)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect(bridge.zones.named(origin)!.version).toBe(1)
  })

  test('may be read alone', async () => {
    await start({ isOff: true })
    expect((await ask('GET', '/bridge/zones')).output).toMatchObject({ editing: 'off' })
    expect(await put(fresh)).toMatchObject({ status: 403, output: isRefused })
    expect((await ask('GET', path)).text).toBe(first)
    const cache = `/bridge/caches/${sampleWorld.hosts[0]!.name}`
    expect((await ask('DELETE', cache)).status).toBe(403)
  })
})

test('a host forgets what it kept of answers', async () => {
  const [host] = sampleWorld.hosts as [(typeof sampleWorld.hosts)[0]]
  const { world, zones } = bridge
  const known = () => world.lookUp(host.name, `fresh.${origin}`, 'TXT').records.length
  expect(known()).toBe(0)
  zones.put(origin, fresh)
  expect(known()).toBe(0)
  expect((await ask('DELETE', `/bridge/caches/${host.name}`)).status).toBe(204)
  expect(known()).toBe(1)
})

test('pages are told that zones have changed', async () => {
  const { port } = bridge
  const asked = request({ host: '127.0.0.1', port, path: '/bridge/events' })
  asked.setHeader('host', `localhost:${port}`)
  asked.end()
  const [stream] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  let isEdited = false
  for await (const piece of stream) {
    text += String(piece)
    if (!isEdited && text.includes('"opened"')) {
      isEdited = true
      await put(fresh)
    }
    if (text.includes('event: zones\ndata: {}\n\n')) break
  }
  expect(text).not.toContain('event: mailboxes')
})
