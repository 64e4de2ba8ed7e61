import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playground } from '../../src/bridge/http/playground.ts'
import { openHttp } from '../../src/hosting/open-http.ts'
import { openInPage } from '../../src/hosting/open-in-page.ts'
import { openWorker, type HostWorker } from '../../src/hosting/open-worker.ts'
import { startHost } from '../../src/hosting/start-host.ts'
import type { OpenLine } from '../../src/lab/line.ts'
import { writeJson } from '../../src/lab/octet-json.ts'
import { LAB_PROTOCOL, type LabOutput } from '../../src/lab/protocol.ts'
import { playScript } from '../../src/lab/testing/lab-script.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { createWorld } from '../../src/world/create.ts'
import { sampleWorld } from '../../src/world/sample.ts'
import { EditedZones } from '../../src/bridge/zones/edited-zones.ts'

const world = createWorld(sampleWorld, { crypto: webCrypto })
const { server, end } = playground({
  ...{ root: '.', world, run: 1, facts: () => ({}) },
  ...{ zones: new EditedZones(world), rules: { isOff: false, token: 'none' } },
})
let labs: URL
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  labs = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/bridge/labs`)
})
afterAll(async () => {
  await end()
  server.close()
})

/** As a browser's Worker: all that is said is copied by structured clone, and comes later. */
function clonedWorker(): HostWorker {
  const { port1: page, port2: worker } = new MessageChannel()
  const host = startHost((output) => worker.postMessage(output))
  worker.on('message', (request) => host.receive(request))
  return {
    postMessage: (request: unknown) => page.postMessage(request),
    terminate: () => page.close(),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') page.on('message', (data) => listener({ data } as never))
    },
  } as HostWorker
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`

const plain: OpenLine = ({ received }) => {
  const host = startHost(received)
  return { post: (request) => host.receive(request), close: () => host.stop() }
}

test('one script comes to the same octets in a Worker, in the page, in Node and behind the bridge', async () => {
  const places: Record<string, OpenLine> = {
    node: plain,
    page: openInPage(() => Promise.resolve(startHost)),
    worker: openWorker(clonedWorker),
    bridge: openHttp(labs),
  }
  const ends: Record<string, string> = {}
  for (const [place, open] of Object.entries(places)) {
    const { folded, snapshot } = await playScript(open)
    expect(writeJson(folded)).toBe(writeJson(snapshot))
    ends[place] = writeJson(snapshot)
  }
  for (const place of Object.keys(places)) expect(ends[place] === ends['node'], place).toBe(true)
})

test('a bridge that speaks another version is heard no longer, and the page learns why', async () => {
  const other = createServer((_, response) => {
    const hello = { kind: 'hello', version: LAB_PROTOCOL + 1 }
    response.write([{ lab: 'a' }, hello, { kind: 'opened', run: 1 }].map(lineOf).join(''))
  })
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const received: LabOutput[] = []
  const reason = await new Promise<string>((broke) =>
    openHttp(new URL(`http://127.0.0.1:${port}/bridge/labs`))({
      received: (output) => void received.push(output),
      broke,
    }),
  )
  expect(reason).toMatch(/version.+: reload the page\.$/)
  expect(received).toEqual([])
  other.close()
  other.closeAllConnections()
})

test('a page of another site may not have a lab', async () => {
  const answer = await fetch(labs, { headers: { origin: 'http://evil.example' } })
  expect(answer.status).toBe(403)
})

test.each([
  ['a lab that there is not', '/0', 'POST', 404],
  ['a lab that is only looked at', '', 'POST', 404],
])('%s is refused', async (_, below, method, status) => {
  const answer = await fetch(new URL(`${labs.pathname}${below}`, labs), { method, body: '{}' })
  expect(answer.status).toBe(status)
})

test('a page that goes away in the middle of a request leaves the bridge as it was', async () => {
  const first = await fetch(labs)
  const reader = first.body!.getReader()
  const { value } = await reader.read()
  const { lab } = JSON.parse(new TextDecoder().decode(value).split('\n')[0]!) as { lab: string }
  const socket = connect(Number(labs.port), '127.0.0.1')
  socket.write(
    `POST ${labs.pathname}/${lab} HTTP/1.1\r\nHost: ${labs.host}\r\nContent-Length: 100\r\n\r\n{`,
    () => socket.destroy(),
  )
  await once(socket, 'close')
  const columns = { kind: 'columns', columns: 40 }
  const address = new URL(`${labs.pathname}/${lab}`, labs)
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(columns) })
  expect(answer.status).toBe(204)
  await reader.cancel()
})
