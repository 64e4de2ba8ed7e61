import { afterEach, describe, expect, test } from 'vitest'
import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { utf8 } from '../../core/bytes.ts'
import { MAX_UNSENT } from '../net/limits.ts'
import type { Bridge } from './start-bridge.ts'
import { dial, handClient, openBridge, portOf, type HandClient } from './testing/open-bridge.ts'

const HOST = 'mx.example.net'
const MESSAGE = utf8(`Subject: long\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(27_000)}`)
const COUNT = 5

let bridge: Bridge

afterEach(() => bridge.stop())

/** A bridge whose Bob has a few messages of 2 MB. */
async function open(): Promise<void> {
  bridge = await openBridge()
  const inbox = bridge.world.store.open('bob@example.net').mailbox('INBOX')!
  inbox.append(Array.from({ length: COUNT }, () => ({ bytes: MESSAGE, internalDate: 0 })))
}

/** Bob, logged in over TLS. */
async function bob(service: 'imaps' | 'pop3s', login: readonly string[]): Promise<HandClient> {
  const port = portOf(bridge, service, HOST)
  const client = handClient(connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }))
  await client.until(/^(?:\* OK|\+OK).*\r\n/)
  for (const line of login) {
    const before = client.received().length
    client.send(`${line}\r\n`)
    await client.until(new RegExp(`^[^]{${before}}[^]*OK[^\\n]*\\n`))
  }
  return client
}

const imapLogin = ['a LOGIN bob@example.net lunch', 'b SELECT INBOX']
const popLogin = ['USER bob@example.net', 'PASS lunch']

/** What a client receives from now on, once its last octets match. */
async function readUntil({ socket }: HandClient, end: RegExp): Promise<string> {
  const pieces: Buffer[] = []
  let tail = ''
  const done = new Promise<void>((resolve, reject) => {
    socket.on('data', (bytes: Buffer) => {
      pieces.push(bytes)
      tail = (tail + bytes.toString('latin1')).slice(-200)
      if (end.test(tail)) resolve()
    })
    socket.once('close', () => (end.test(tail) ? resolve() : reject(new Error(`ended: ${tail}`))))
  })
  await done
  return Buffer.concat(pieces).toString('latin1')
}

/** Octets that the servers sent over all connections so far. */
const sent = (): number =>
  bridge.world.events.reduce(
    (sum, event) =>
      event.type === 'wire' && event.from === 'server' ? sum + event.bytes.length : sum,
    0,
  )

/** Kernels buffer some megabytes on both sides of a loopback connection. */
const BUFFERED = MAX_UNSENT + 2 * MESSAGE.length + 8 * 1024 * 1024

async function greetings(): Promise<void> {
  for (const service of ['smtp', 'imap', 'pop3'] as const) {
    const client = await dial(portOf(bridge, service, HOST))
    await client.until(/^(?:220|\* OK|\+OK)/)
    client.socket.destroy()
  }
}

describe('a client that asks for much and reads nothing', () => {
  test.each([
    ['imaps', imapLogin, 'FETCH', (at: number) => `c${at} FETCH 1:* BODY.PEEK[]\r\n`],
    ['pop3s', popLogin, 'RETR', (at: number) => `RETR ${(at % COUNT) + 1}\r\n`],
  ] as const)(
    '%s: its server pauses, and all ports serve the others',
    async (service, login, _, line) => {
      await open()
      const client = await bob(service, login)
      client.socket.pause()
      client.send(Array.from({ length: 30 }, (_, at) => line(at)).join(''))
      await greetings()
      await greetings()
      expect(sent()).toBeLessThan(BUFFERED)
      client.socket.destroy()
      await greetings()
    },
  )

  test('what many small commands answer is held back too', async () => {
    await open()
    const client = await dial(portOf(bridge, 'smtp', HOST))
    await client.until(/^220/)
    client.socket.pause()
    const before = sent()
    client.send('EHLO desk.example.org\r\n'.repeat(20_000))
    await greetings()
    expect(sent() - before).toBeLessThan(BUFFERED)
    client.socket.removeAllListeners('data')
    const all = readUntil(client, /\r\n221 [^\r\n]*\r\n$/)
    client.send('QUIT\r\n')
    client.socket.resume()
    expect((await all).match(/^250 /gm)).toHaveLength(20_000)
  })
})

describe('a client that reads gets all of it, however much that is', () => {
  test('pipelined FETCHes of whole mailboxes', async () => {
    await open()
    const client = await bob('imaps', imapLogin)
    const tags = ['c', 'd', 'e']
    client.socket.removeAllListeners('data')
    const all = readUntil(client, /\r\nf OK[^\r\n]*\r\n$/)
    client.send(`${tags.map((tag) => `${tag} FETCH 1:* BODY.PEEK[]\r\n`).join('')}f NOOP\r\n`)
    const text = await all
    expect(text.length).toBeGreaterThan(tags.length * COUNT * MESSAGE.length)
    const heads = [...text.matchAll(/^(?:\* (\d+) FETCH|(\w) OK)/gm)].map(([, n, tag]) => n ?? tag)
    const numbers = Array.from({ length: COUNT }, (_, at) => `${at + 1}`)
    expect(heads).toEqual([...tags.flatMap((tag) => [...numbers, tag]), 'f'])
    client.socket.destroy()
  })

  test('a client that ends its side still gets the answers to what it sent', async () => {
    await open()
    const client = await bob('imaps', imapLogin)
    client.socket.removeAllListeners('data')
    const all = readUntil(client, /\r\nd OK[^\r\n]*\r\n$/)
    client.socket.end('c FETCH 1:* BODY.PEEK[]\r\nd NOOP\r\n')
    expect((await all).length).toBeGreaterThan(COUNT * MESSAGE.length)
  })

  test('questions over TCP that are answered slower than they are asked', async () => {
    await open()
    const socket = connect(portOf(bridge, 'dns'), '127.0.0.1')
    await once(socket, 'connect')
    socket.pause()
    const question = Buffer.from(
      '001d000101000001000000000000076578616d706c65036e65740000ff0001',
      'hex',
    )
    const count = 4000
    socket.end(Buffer.concat(Array.from({ length: count }, () => question)))
    await greetings()
    let octets = Buffer.alloc(0)
    socket.on('data', (bytes) => (octets = Buffer.concat([octets, bytes])))
    socket.resume()
    await once(socket, 'end')
    let answers = 0
    for (let at = 0; at + 2 <= octets.length; at += 2 + octets.readUInt16BE(at)) answers++
    expect(answers).toBe(count)
  })
})
