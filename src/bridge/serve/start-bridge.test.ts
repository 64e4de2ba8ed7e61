import { once } from 'node:events'
import { connect } from 'node:net'
import { Resolver } from 'node:dns/promises'
import { decode, encode } from 'dns-packet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromLatin1 } from '../../core/bytes.ts'
import { messagesOf } from '../../world/mailboxes.ts'
import type { Bridge } from './start-bridge.ts'
import { ANY, dial, openBridge, portOf } from './testing/open-bridge.ts'

let bridge: Bridge
beforeAll(async () => {
  bridge = await openBridge()
})
afterAll(() => bridge.stop(), 60_000)

const MIB = 1 << 20

const smtp = () => portOf(bridge, 'smtp', 'mail.example.org')

test('a message goes through a real socket into the mailbox, octet for octet', async () => {
  const client = await dial(smtp())
  await client.until(/^220 /)
  client.send(
    'EHLO desk.example.org\r\nMAIL FROM:<alice@example.org>\r\nRCPT TO:<alice@example.org>\r\nDATA\r\n',
  )
  await client.until(/^354 /m)
  client.send('Subject: dots\r\n\r\n..leading\r\n.\r\nQUIT\r\n')
  expect(await client.ended()).toMatch(/^221 /m)
  const box = bridge.world.mailboxes.find(({ address }) => address === 'alice@example.org')!
  expect(fromLatin1(messagesOf(box).at(-1)!.bytes)).toMatch(/Subject: dots\r\n\r\n\.leading\r\n$/)
})

test('what a client sends is reported as it was sent, octet for octet', async () => {
  const before = bridge.world.events.length
  const client = await dial(smtp())
  client.send('NOOP caf\xe9\r\nQUIT\r\n')
  await client.ended()
  const events = bridge.world.events.slice(before)
  const output = events.flatMap((event) =>
    event.type === 'wire' && event.from === 'client' ? [fromLatin1(event.bytes)] : [],
  )
  expect(output.join('')).toBe('NOOP caf\xe9\r\nQUIT\r\n')
})

test('what real programs ask the DNS is reported, and by whom; what goes with an answer is not', async () => {
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${portOf(bridge, 'dns')}`])
  const before = bridge.world.events.length
  await expect(resolver.resolveMx('nobody.example.net')).rejects.toThrow('ENOTFOUND')
  expect(bridge.world.events.slice(before)).toMatchObject([
    {
      ...{ type: 'dns', by: 'desk.example.org' },
      question: { name: 'nobody.example.net', type: 'MX' },
      answer: { status: 'nxdomain' },
    },
  ])
})

test('a port that others have gives the next free one, and that is reported', async () => {
  const taken = portOf(bridge, 'lmtp')
  const other = await openBridge(undefined, { ports: { ...ANY, lmtp: taken } })
  const lmtp = other.ports.find(({ service }) => service === 'lmtp')!
  expect(lmtp).toMatchObject({ busy: taken })
  expect(lmtp.port).toBeGreaterThan(taken)
  expect(other.ports.filter(({ busy }) => busy !== undefined)).toEqual([lmtp])
  await other.stop()
})

test('the DNS answers a resolver library', async () => {
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${portOf(bridge, 'dns')}`])
  expect(await resolver.resolveMx('example.org')).toEqual([
    { exchange: 'mail.example.org', priority: 10 },
  ])
  expect((await resolver.resolveTxt('june._domainkey.example.org'))[0]!.join('')).toMatch(
    /^v=DKIM1; k=rsa; p=MIIB/,
  )
  await expect(resolver.resolve4('nobody.example.org')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('the DNS answers over TCP, however the messages are cut', async () => {
  const asked = encode({ type: 'query', id: 7, questions: [{ name: 'example.org', type: 'MX' }] })
  const framed = Buffer.concat([Buffer.of(asked.length >> 8, asked.length & 255), asked])
  const twice = Buffer.concat([framed, framed]).toString('latin1')
  const client = await dial(portOf(bridge, 'dns'))
  client.send(twice.slice(0, 1))
  client.send(twice.slice(1, framed.length + 5))
  client.send(twice.slice(framed.length + 5))
  const octets = Buffer.from(await client.until(/mail[^]*mail/), 'latin1')
  const first = decode(octets.subarray(2, 2 + octets.readUInt16BE()))
  expect(first.answers).toMatchObject([{ type: 'MX', data: { exchange: 'mail.example.org' } }])
  client.socket.destroy()
})

describe('rough clients', () => {
  test('1,000 that send nothing leave room for one that does', async () => {
    const idle = await Promise.all(Array.from({ length: 1000 }, () => dial(smtp())))
    await Promise.all(idle.map((client) => client.until(/^220 /)))
    const client = await dial(smtp())
    client.send('NOOP\r\nQUIT\r\n')
    expect(await client.ended()).toMatch(/^250 [^]*^221 /m)
    for (const { socket } of idle) socket.destroy()
    await Promise.all(idle.map((one) => one.ended()))
  })

  test('one that never reads is read no further, and others are served', async () => {
    const deaf = connect(portOf(bridge, 'imap'), '127.0.0.1')
    await once(deaf, 'connect')
    deaf.pause()
    deaf.write(Buffer.from('a CAPABILITY\r\n'.repeat((32 * MIB) / 14)))
    for (let served = 0; served < 20; served++) {
      const client = await dial(smtp())
      client.send('HELP\r\nQUIT\r\n')
      expect(await client.ended()).toMatch(/^221 /m)
    }
    // What the bridge did not read still waits at the client; the kernel holds a few MiB at most.
    expect(deaf.writableLength).toBeGreaterThan(16 * MIB)
    deaf.destroy()
    await once(deaf, 'close')
  })

  test.each([
    ['that waits for the word to go on', '{1073741824}', /^a (?:NO|BAD) [^]*^b OK/m],
    ['that does not wait', '{1073741824+}', /^\* BYE /m],
  ])(
    'one that announces a literal of 1 GiB, %s, is turned down at once',
    async (_, literal, output) => {
      const before = process.memoryUsage().rss
      const client = await dial(portOf(bridge, 'imap'))
      client.send(`a LOGIN ${literal}\r\n`)
      if (!literal.includes('+')) client.send('b NOOP\r\n')
      else client.send('x'.repeat(8 * MIB))
      expect(await client.until(output)).not.toMatch(/^\+ /m)
      expect(process.memoryUsage().rss - before).toBeLessThan(256 * MIB)
      client.socket.destroy()
    },
  )

  test('one that sends octet by octet gets the same answers', async () => {
    const client = await dial(smtp())
    for (const octet of 'EHLO desk.example.org\r\nNOOP\r\nQUIT\r\n') client.send(octet)
    expect((await client.ended()).match(/^\d{3} /gm)).toEqual(['220 ', '250 ', '250 ', '221 '])
  })

  test('one that hangs up in the middle of a message leaves nothing behind', async () => {
    const before = bridge.world.mailboxes.flatMap(messagesOf).length
    const client = await dial(smtp())
    client.send(
      'EHLO desk.example.org\r\nMAIL FROM:<>\r\nRCPT TO:<alice@example.org>\r\nDATA\r\nhalf a let',
    )
    await client.until(/^354 /m)
    client.socket.destroy()
    await client.ended().catch(() => undefined)
    await bridge.world.settled()
    expect(bridge.world.mailboxes.flatMap(messagesOf)).toHaveLength(before)
  })
})

test('a client that ends its side first still gets its answers', async () => {
  const client = await dial(smtp())
  client.socket.end('NOOP\r\nHELP\r\n')
  expect(await client.ended()).toMatch(/^220 [^]*^250 [^]*^214 /m)
})

test('a bridge that stops lets a message end, notifies the others, and is gone', async () => {
  const other = await openBridge()
  const port = portOf(other, 'smtp', 'mail.example.org')
  const idle = await dial(port)
  const busy = await dial(port)
  busy.send('EHLO desk.example.org\r\nMAIL FROM:<>\r\nRCPT TO:<alice@example.org>\r\nDATA\r\n')
  await busy.until(/^354 /m)
  const stopped = other.stop()
  expect(await idle.ended()).toMatch(/^421 4\.3\.2 mail\.example\.org is shutting down/m)
  busy.send('Subject: last\r\n\r\n.\r\n')
  expect(await busy.ended()).toMatch(/^250 2\.0\.0 .*queued[^]*^421 /m)
  await stopped
  await expect(dial(port)).rejects.toThrow()
})
