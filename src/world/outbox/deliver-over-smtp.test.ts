import { expect, test } from 'vitest'
import { fromLatin1 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { messagesOf } from '../mailboxes.ts'
import { sampleWorld } from '../sample.ts'
import type { HostSpec, SmtpServiceSpec, WorldSpec } from '../spec.ts'

const mail = sampleWorld.mails[0]!

/** The sample, with its receiver changed. */
const receiving = (change: Partial<SmtpServiceSpec>): WorldSpec => ({
  ...sampleWorld,
  hosts: sampleWorld.hosts.map((host): HostSpec =>
    host.name === 'mx.example.org' && host.smtp
      ? { ...host, smtp: { ...host.smtp, ...change } }
      : host,
  ),
})

const open = (change: Partial<SmtpServiceSpec>) =>
  createWorld(receiving(change), { crypto: webCrypto })

test.each([
  ['offered', 'inbox', 'ESMTPS', 1],
  ['required', 'inbox', 'ESMTPS', 1],
  ['none', 'inbox', 'ESMTP', 0],
] as const)(
  'TLS %s by the receiver: the message comes with %s',
  async (tls, kind, protocol, times) => {
    const world = open({ tls })
    const { end } = await world.send(mail)
    expect(end.kind).toBe(kind)
    const stored = fromLatin1(messagesOf(world.mailboxes[0]!)[0]!.bytes)
    expect(stored).toContain(`by mx.example.org with ${protocol} id`)
    expect(world.events.filter(({ type }) => type === 'secured')).toHaveLength(times)
  },
)

test('a message that is sent over TLS is unreadable on the way', async () => {
  const world = open({ tls: 'offered' })
  await world.send(mail)
  const clear = world.events.flatMap((event) =>
    event.type === 'wire' && !event.tls ? fromLatin1(event.bytes) : [],
  )
  expect(clear.join('')).toContain('STARTTLS\r\n')
  expect(clear.join('')).not.toContain('MAIL FROM')
})

test('a sender sends in one go what may go together', async () => {
  const world = open({})
  await world.send(mail)
  const replies = world.events.flatMap((event) =>
    event.type === 'wire' && event.from === 'client' ? fromLatin1(event.bytes) : [],
  )
  expect(replies.map((text) => text.split(' ')[0]?.trim())).toEqual([
    'EHLO',
    'MAIL',
    expect.stringContaining(':'),
    'QUIT',
  ])
  expect(replies[1]).toMatch(/^MAIL [^]*\r\nRCPT [^]*\r\nDATA\r\n$/)
})
