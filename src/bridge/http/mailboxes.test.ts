import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJson } from '../../lab/octet-json.ts'
import { readOutput } from '../../lab/read-output.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { playground } from './playground.ts'
import { EditedZones } from '../zones/edited-zones.ts'

const world = createWorld(sampleWorld, { crypto: webCrypto })
const { server, end } = playground({
  ...{ root: tmpdir(), world, run: 1, facts: () => ({}) },
  ...{ zones: new EditedZones(world), rules: { isOff: false, token: 'none' } },
})
let port = 0
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await end()
  server.close()
})

async function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const host = `localhost:${port}`
  const request = get({ host: '127.0.0.1', port, path, headers: { host, ...headers } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of response) text += String(piece)
  return text
}

/** Bob's folders that hold something, with the UIDs. */
async function bobs(): Promise<Record<string, number[]>> {
  const output = readOutput(readJson(await textOf(await ask('/bridge/mailboxes'))))
  if (typeof output === 'string' || output.kind !== 'mailboxes') throw new Error(String(output))
  return Object.fromEntries(
    output.mailboxes[0]!.folders.filter(({ count }) => count > 0).map(({ name, messages }) => [
      name,
      messages.map(({ uid }) => uid),
    ]),
  )
}

test('a page reads the mail as the store has it', async () => {
  await world.send(sampleWorld.mails[0]!)
  await world.send(sampleWorld.mails[0]!)
  expect(await bobs()).toEqual({ INBOX: [1, 2] })
  const account = world.store.account('bob@example.org')!
  account.mailbox('INBOX')!.move([1], account.mailbox('Trash')!)
  expect(await bobs()).toEqual({ INBOX: [2], Trash: [1] })
})

test.each<[string, () => unknown]>([
  ['comes', () => world.send(sampleWorld.mails[0]!)],
  [
    'is marked',
    () =>
      world.store
        .account('bob@example.org')!
        .mailbox('INBOX')!
        .store([2], { mode: 'add', flags: ['\\Seen'] }),
  ],
  ['goes', () => world.store.account('bob@example.org')!.mailbox('INBOX')!.expunge([2])],
])('a page that follows learns that mail %s', async (_, change) => {
  const response = await ask('/bridge/events')
  let received = ''
  for await (const piece of response) {
    received += String(piece)
    if (received.includes('event: mailboxes')) break
    if (received.includes('"hello"')) await change()
  }
  expect(received).toContain('event: mailboxes\ndata: {}\n\n')
})

test.each([
  ['a page of another site', { origin: 'https://example.com' }],
  ['a name of another site that leads here', { host: 'evil.example' }],
])('%s may not read the mailboxes', async (_, headers) => {
  const response = await ask('/bridge/mailboxes', headers)
  expect([response.statusCode, await textOf(response)]).toEqual([403, ''])
})
