import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { createCertificate } from '../net/certificate.ts'
import type { Bridge } from './start-bridge.ts'
import { dial, openBridge, portOf } from './testing/open-bridge.ts'

const specOf = (port: number): WorldSpec => ({
  seed: 3,
  now: '2026-05-04T09:00:00Z',
  zones: [
    {
      origin: 'example.net',
      text: '@ MX 10 mx\nmx A 198.51.100.25\n',
      editable: false,
    },
  ],
  hosts: [
    {
      name: 'mx.example.org',
      addresses: ['192.0.2.25'],
      smtp: {
        personality: 'teaching',
        domains: ['example.org'],
        relayFrom: ['192.0.2.7'],
        maxSize: 1_000_000,
        authenticates: false,
      },
    },
    { name: 'mx.example.net', addresses: ['198.51.100.25'], forwardTo: `127.0.0.1:${port}` },
  ],
  mailboxes: [],
  mails: [],
  senders: [],
})

/** A real server, as small as can be: it writes down what it is sent. */
class SmallServer {
  readonly heard: string[] = []
  readonly #server: Server
  readonly #extensions: string
  #port = 0

  constructor(extensions = '') {
    this.#extensions = extensions
    this.#server = createServer((socket) => {
      socket.write('220 real.example.net ready\r\n')
      this.#serve(socket)
    })
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
    return this.#port
  }

  close(): void {
    this.#server.close()
  }

  #serve(socket: Socket): void {
    let isData = false
    let line = ''
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => {
      line += bytes.toString('latin1')
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        const command = line.slice(0, end)
        line = line.slice(end + 2)
        this.heard.push(command)
        if (isData) isData = command !== '.'
        else isData = command === 'DATA'
        if (isData && command !== 'DATA') continue
        if (command === 'STARTTLS') return void this.#secure(socket)
        socket.write(this.#reply(command))
        if (command === 'QUIT') socket.end()
      }
    })
  }

  #reply(command: string): string {
    if (command.startsWith('EHLO')) return `250-real.example.net\r\n${this.#extensions}250 SIZE\r\n`
    if (command === 'DATA') return '354 Go on\r\n'
    return command.startsWith('RCPT TO:<nobody') ? '550 5.1.1 No\r\n' : '250 2.0.0 Ok\r\n'
  }

  async #secure(socket: Socket): Promise<void> {
    socket.removeAllListeners('data')
    const { context } = await createCertificate([], Date.now())
    socket.write('220 Begin\r\n')
    this.#serve(new TLSSocket(socket, { isServer: true, secureContext: context }))
  }
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function begin(server: SmallServer): Promise<Bridge> {
  const port = await server.listen()
  closing.push(() => server.close())
  const bridge = await openBridge(specOf(port))
  closing.push(() => bridge.stop())
  return bridge
}

/** Hands a message in at the first host, for somebody behind the second. */
async function send(bridge: Bridge, to: string): Promise<void> {
  const client = await dial(portOf(bridge, 'smtp'))
  await client.until(/^220 /m)
  client.send('EHLO desk.example.org\r\n')
  await client.until(/^250 /m)
  client.send(`MAIL FROM:<bob@example.org>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
  await client.until(/^354 /m)
  client.send('Subject: Lunch\r\n\r\nNoon?\r\n.\r\nQUIT\r\n')
  await client.until(/^221 /m)
}

const eventOf = (bridge: Bridge, type: WorldEvent['type']): Promise<WorldEvent> =>
  new Promise((resolve) => {
    const look = (event: WorldEvent): boolean => event.type === type && (resolve(event), true)
    if (!bridge.world.events.some(look)) bridge.world.subscribe(look)
  })

test('mail for a host that forwards goes to the real server', async () => {
  const server = new SmallServer()
  const bridge = await begin(server)
  await send(bridge, 'alice@example.net')
  await bridge.world.settled()
  expect(server.heard).toContain('EHLO mx.example.org')
  expect(server.heard).toContain('RCPT TO:<alice@example.net>')
  expect(server.heard).toContain('Subject: Lunch')
  expect(server.heard).toContain('Noon?')
  expect(bridge.world.events).toContainEqual(
    expect.objectContaining({ type: 'opened', to: 'mx.example.net', port: 25 }),
  )
})

test('it goes under TLS where the real server offers that', async () => {
  const server = new SmallServer('250-STARTTLS\r\n')
  const bridge = await begin(server)
  await send(bridge, 'alice@example.net')
  await bridge.world.settled()
  expect(server.heard.filter((line) => line.startsWith('EHLO'))).toHaveLength(2)
  expect(server.heard).toContain('Noon?')
  expect(await eventOf(bridge, 'secured')).toMatchObject({ tls: { version: /^TLSv1\.[23]$/ } })
})

test('what the real server refuses is reported to the sender', async () => {
  const bridge = await begin(new SmallServer())
  await send(bridge, 'nobody@example.net')
  expect(await eventOf(bridge, 'undeliverable')).toMatchObject({
    recipient: 'nobody@example.net',
    reason: expect.stringContaining('550'),
  })
})

test('where nothing listens, it is tried again later', async () => {
  const server = new SmallServer()
  const bridge = await begin(server)
  server.close()
  await send(bridge, 'alice@example.net')
  expect(await eventOf(bridge, 'deferred')).toMatchObject({ host: 'mx.example.org' })
})
