import { describe, expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import type { HostSpec } from './spec.ts'
import { eventsOf, fieldOf, messagesIn, opener, say, sendMail } from './testing/services-world.ts'
import type { World } from './world.ts'

const open = opener(webCrypto)

function change(world: World, name: string, by: (host: HostSpec) => Partial<HostSpec>): void {
  const host = world.hosts.find((one) => one.name === name)!
  world.setHost({ ...host, ...by(host) })
}

const asAlice = ['EHLO x.test', 'MAIL FROM:<a@x.test>', 'RCPT TO:<b@far.test>']

describe('a host that is set up anew', () => {
  test('relays for other networks at its next session', async () => {
    const world = open()
    expect(await say(world, 'mail.example.org', asAlice, 'mallory.test')).toContain('554 5.7.1')
    change(world, 'mail.example.org', ({ smtp }) => ({
      smtp: { ...smtp!, relayFrom: ['203.0.113.0/24'] },
    }))
    expect(await say(world, 'mail.example.org', asAlice, 'mallory.test')).not.toContain('554')
  })

  test('keeps its name and its addresses', () => {
    const world = open()
    change(world, 'mail.example.org', () => ({ addresses: ['192.0.2.99'] }))
    expect(world.hosts.find(({ name }) => name === 'mail.example.org')?.addresses).toEqual([
      '192.0.2.25',
    ])
    world.setHost({ name: 'nobody.test', addresses: ['192.0.2.1'] })
    expect(world.hosts.some(({ name }) => name === 'nobody.test')).toBe(false)
  })

  test('signs with the keys that it names', async () => {
    const world = open()
    change(world, 'mail.example.org', () => ({ signWith: [] }))
    await sendMail(world, { rcptTo: ['carol@example.net'] })
    expect(fieldOf(messagesIn(world, 'carol@example.net')[0], 'DKIM-Signature')).toBeUndefined()
    change(world, 'mail.example.org', () => ({ signWith: ['s._domainkey.example.org'] }))
    await sendMail(world, { rcptTo: ['bob@example.net'] })
    expect(fieldOf(messagesIn(world, 'bob@example.net')[0], 'DKIM-Signature')).toContain(
      'd=example',
    )
  })

  test('greets by the name that it was given', async () => {
    const world = open()
    change(world, 'mail.example.org', () => ({ helo: 'relay.example.org' }))
    await sendMail(world, { rcptTo: ['carol@example.net'] })
    expect(fieldOf(messagesIn(world, 'carol@example.net')[0], 'Received')).toContain(
      'from relay.example.org',
    )
  })

  test('sends by its new route what waits', async () => {
    const world = open({ 'mail.example.org': { relayThrough: { host: 'gone.test', port: 25 } } })
    await sendMail(world, { rcptTo: ['carol@example.net'] })
    expect(messagesIn(world, 'carol@example.net')).toHaveLength(0)
    expect(world.outbox).toHaveLength(1)
    const { relayThrough, ...direct } = world.hosts[0]!
    expect(relayThrough?.host).toBe('gone.test')
    world.setHost(direct)
    world.retryQueued('mail.example.org')
    await world.settled()
    expect(messagesIn(world, 'carol@example.net')).toHaveLength(1)
  })

  test('finds policies by the edition of DMARC that it follows', async () => {
    const world = open({
      'mx.example.net': { smtp: { authenticates: true, dmarcEdition: '7489' } },
    })
    await sendMail(world, { rcptTo: ['carol@example.net'] })
    const [mailbox] = world.mailboxes.filter(({ address }) => address === 'carol@example.net')
    const [message] = mailbox!.folders.flatMap(({ messages }) => messages)
    expect(message?.delivery?.authentication?.dmarc.mode).toBe('7489')
    expect(eventsOf(world, 'delivered')).toHaveLength(1)
  })
})

test('a mail host that greets late is waited for', async () => {
  const world = open({ 'mx.example.net': { smtp: { greetingDelay: 5 } } })
  const before = world.clock.now()
  await sendMail(world, { rcptTo: ['carol@example.net'] })
  expect(messagesIn(world, 'carol@example.net')).toHaveLength(1)
  expect(world.clock.now() - before).toBeGreaterThanOrEqual(5000)
})
