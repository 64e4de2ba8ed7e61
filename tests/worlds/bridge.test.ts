import { once } from 'node:events'
import { basename } from 'node:path'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import {
  dial,
  handClient,
  openBridge,
  portOf,
  type HandClient,
} from '../../src/bridge/serve/testing/open-bridge.ts'
import { worldFolders } from '../../src/build/worlds/load-worlds.ts'
import { loadWorld } from '../../src/build/worlds/read-world.ts'

const folders = await worldFolders(process.cwd())
const worldOf = async (name: string) =>
  (await loadWorld(folders.find((folder) => basename(folder) === name)!)).world

test.each(folders.map((folder) => basename(folder)))(
  'a bridge serves %s',
  async (name) => {
    const spec = await worldOf(name)
    const bridge = await openBridge(spec)
    const host = spec.hosts.find(({ smtp }) => smtp)!.name
    const client = await dial(portOf(bridge, 'smtp', host))
    await client.until(/^220 /)
    client.send('QUIT\r\n')
    expect(await client.ended()).toMatch(/^221 /m)
    await bridge.stop()
  },
  60_000,
)

async function underTls(port: number): Promise<HandClient> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
  const client = handClient(socket)
  await once(socket, 'secureConnect')
  return client
}

/** Each line once the one before was answered. */
async function speak(client: HandClient, turns: readonly (readonly [string, RegExp])[]) {
  for (const [line, answer] of turns) {
    client.send(line)
    await client.until(answer)
  }
}

test('a message of a real client is forwarded, judged, and fetched by IMAP', async () => {
  const bridge = await openBridge(await worldOf('university-forwards'))
  const sender = await underTls(portOf(bridge, 'submissions', 'mail.example.org'))
  await sender.until(/^220 /)
  const login = Buffer.from('\0alice@example.org\0friday').toString('base64')
  await speak(sender, [
    ['EHLO desk.example.org\r\n', /^250 /m],
    [`AUTH PLAIN ${login}\r\n`, /^235 /m],
    ['MAIL FROM:<alice@example.org>\r\n', /^250 2\.1\.0/m],
    ['RCPT TO:<bob@kelm.test>\r\n', /^250 2\.1\.5/m],
    ['DATA\r\n', /^354 /m],
  ])
  sender.send('From: alice@example.org\r\nSubject: Oars\r\n\r\nStill rowing?\r\n.\r\nQUIT\r\n')
  await sender.ended()
  await bridge.world.settled()

  const reader = await underTls(portOf(bridge, 'imaps', 'mx.example.net'))
  await speak(reader, [
    ['a LOGIN bob@example.net lunch\r\n', /^a OK/m],
    ['b SELECT INBOX\r\n', /^b OK/m],
    ['c FETCH 1:* BODY.PEEK[]\r\n', /^c (?:OK|NO|BAD)/m],
  ])
  const fetched = reader.received()
  expect(fetched).toContain('Subject: Oars\r\n')
  expect(fetched).toMatch(/^Received: from desk\.example\.org/m)
  expect(fetched).toMatch(/^Received: from mx\.kelm\.test/m)
  expect(fetched).toMatch(/^Authentication-Results: mx\.example\.net;/m)
  expect(fetched).toMatch(/^\tspf=fail/m)
  expect(fetched).toMatch(/^\tdmarc=pass/m)
  reader.socket.destroy()
  await bridge.stop()
}, 60_000)
