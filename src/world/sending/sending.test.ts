import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { HostSpec, TenantSpec } from '../spec.ts'
import {
  decisionsOf,
  eventsOf,
  fieldOf,
  heldBy,
  messagesIn,
  opener,
  sendMail,
  servicesWorld,
  type HostChange,
} from '../testing/services-world.ts'

const ALICE = 'alice@example.org'
const BOB = 'bob@example.net'
const CAROL = 'carol@example.net'
const MINUTE = 60_000

/** A service that sends for customers: lists.club.test hands its role on. */
const service = (tenant: Partial<TenantSpec> = {}, more: Partial<HostSpec> = {}): HostSpec => ({
  ...{
    name: 'smtp.mailout.test',
    addresses: ['203.0.113.20'],
    keys: servicesWorld.hosts[0]!.keys!,
  },
  smtp: {
    ...{ personality: 'teaching', domains: ['b.example.org', 'mailout.test'], relayFrom: [] },
    ...{ maxSize: 1_000_000, authenticates: false },
  },
  submission: {
    ...{ personality: 'teaching', domains: [], maxSize: 1_000_000 },
    tenants: [
      { login: 'quince', password: 'sesame', domains: ['example.org'], ...tenant },
      { login: 'mallory', password: 'x', domains: ['mallory.test'] },
    ],
  },
  sending: { suppresses: true, complaintsTo: 'fbl@mailout.test' },
  ...more,
})

const zone = (origin: string, ...lines: string[]) => ({
  ...{ origin, editable: false },
  text: ['$TTL 60', `@ SOA ns.x. h.x. 1 1 1 1 1`, '@ NS ns.x.', ...lines, ''].join('\n'),
})

const zones = [
  ...servicesWorld.zones.map((one) =>
    one.origin === 'example.org'
      ? {
          ...one,
          text: `${one.text}b MX 10 smtp.mailout.test.\nb TXT "v=spf1 ip4:203.0.113.20 -all"\n`,
        }
      : one,
  ),
  zone('mailout.test', 'smtp A 203.0.113.20', '@ MX 10 smtp'),
]

const shop = (login = { name: 'quince', password: 'sesame' }): HostSpec => ({
  ...{ name: 'shop.example.org', addresses: ['192.0.2.80'], queue: {} },
  relayThrough: { host: 'smtp.mailout.test', login },
})

function open(
  host = service(),
  sender = shop(),
  change: Readonly<Record<string, HostChange>> = {},
) {
  const hosts = servicesWorld.hosts.map((one): HostSpec => {
    const { smtp, ...others } = change[one.name] ?? {}
    return { ...one, ...others, ...(one.smtp && { smtp: { ...one.smtp, ...smtp } }) }
  })
  return opener(webCrypto)({}, { hosts: [...hosts, host, sender], zones })
}

const order = (world: ReturnType<typeof open>, rcptTo = [BOB]) =>
  sendMail(world, { host: 'shop.example.org', rcptTo })

describe('a host that sends through another', () => {
  test('logs in under TLS, and the other delivers in its own name', async () => {
    const world = open()
    await order(world)
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
    expect(eventsOf(world, 'opened').map(({ from, to, port }) => `${from} ${to} ${port}`)).toEqual([
      'shop.example.org smtp.mailout.test 587',
      'smtp.mailout.test mx.example.net 25',
    ])
    expect(eventsOf(world, 'secured').length).toBeGreaterThan(0)
    const results = fieldOf(messagesIn(world, BOB)[0], 'Authentication-Results')
    expect(results).toMatch(/spf=fail .*dkim=pass header\.d=example\.org.*dmarc=pass/)
  })

  test('may do so on port 465, where TLS comes first', async () => {
    const sender = { ...shop(), relayThrough: { ...shop().relayThrough!, port: 465 as const } }
    const world = open(service(), sender)
    await order(world)
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
  })

  test('is refused with a wrong password', async () => {
    const world = open(service(), shop({ name: 'quince', password: 'guess' }))
    await order(world)
    expect(heldBy(world, BOB)).toEqual([])
    expect(eventsOf(world, 'command').some((one) => 'code' in one && one.code === 535)).toBe(true)
  })

  test('waits where the other has no address', async () => {
    const world = open(service(), { ...shop(), relayThrough: { host: 'gone.mailout.test' } })
    await order(world)
    expect(eventsOf(world, 'deferred')).toMatchObject([{ recipient: BOB }])
  })
})

test('a service that signs all it sends does so with its own mails too', async () => {
  const [key] = servicesWorld.hosts[0]!.keys!
  const sending = { alsoSigns: 'mailout.test' }
  const keys = [key!, { ...key!, domain: 'mailout.test', selector: 'm1' }]
  const world = open(service({}, { sending, keys }))
  await sendMail(world, { host: 'smtp.mailout.test', rcptTo: [BOB] })
  const [message = ''] = messagesIn(world, BOB)
  expect([...message.matchAll(/\bd=([\w.]+);/g)].map(([, domain]) => domain)).toEqual([
    'mailout.test',
    'example.org',
  ])
})

describe('a customer', () => {
  test('may not send as another', async () => {
    const world = open(service(), shop({ name: 'mallory', password: 'x' }))
    const { end } = await order(world)
    expect(end).toMatchObject({
      kind: 'rejected',
      code: 550,
      text: 'mallory may not send as alice@example.org',
    })
  })

  test('may not write as another behind a sender of its own', async () => {
    const world = open(service(), shop({ name: 'mallory', password: 'x' }))
    const { end } = await sendMail(world, {
      ...{ host: 'shop.example.org', mailFrom: 'm@mallory.test', rcptTo: [BOB] },
    })
    expect(end).toMatchObject({ kind: 'rejected', text: 'mallory may not write as example.org' })
  })

  test('sends no more in an hour than was agreed', async () => {
    const world = open(service({ perHour: 1 }))
    await order(world)
    expect((await order(world)).end).toMatchObject({ kind: 'rejected', code: 450 })
    world.advanceClock(61 * MINUTE)
    await world.settled()
    expect(heldBy(world, BOB)).toHaveLength(2)
  })

  test('with a return path of its own passes SPF and DMARC by both ways', async () => {
    const world = open(service({ returnPath: 'b.example.org' }))
    await order(world, [BOB, CAROL])
    const [message] = messagesIn(world, BOB)
    expect(fieldOf(message, 'Return-Path')).toBe('<b+bob=example.net@b.example.org>')
    expect(fieldOf(message, 'Authentication-Results')).toMatch(/spf=pass .*dkim=pass .*dmarc=pass/)
    expect(fieldOf(messagesIn(world, CAROL)[0], 'Return-Path')).toBe(
      '<b+carol=example.net@b.example.org>',
    )
  })
})

describe('an address is suppressed', () => {
  test('that bounced for good: the second message is not even tried', async () => {
    const gone: HostChange = {
      smtp: {
        faults: [{ at: 'RCPT', kind: 'refuse', code: 550, enhanced: '5.1.1', text: 'Gone' }],
      },
    }
    const world = open(service({ returnPath: 'b.example.org' }), shop(), { 'mx.example.net': gone })
    await order(world)
    await order(world)
    expect(decisionsOf(world)).toEqual([`suppression dropped ${BOB}`, `suppression dropped ${BOB}`])
    expect(eventsOf(world, 'opened').filter(({ to }) => to === 'mx.example.net')).toHaveLength(1)
  })

  test('whose reader complained', async () => {
    const loops: HostChange = {
      specialAddresses: true,
      feedbackLoops: [{ network: '203.0.113.20', to: 'fbl@mailout.test' }],
    }
    const world = open(service(), shop(), { 'mx.example.net': loops })
    await order(world, ['complain@example.net'])
    await order(world, ['complain@example.net'])
    expect(decisionsOf(world)).toEqual([
      'special address accepted complain@example.net',
      `feedback reported ${ALICE}`,
      'suppression dropped complain@example.net',
      'suppression dropped complain@example.net',
    ])
  })
})

describe('a backup', () => {
  const backed = (backupRecipients: 'any' | 'known', isUp: boolean) => {
    const world = open(
      service(
        {},
        {
          smtp: {
            ...{
              personality: 'teaching',
              domains: ['mailout.test'],
              relayFrom: [],
              maxSize: 100_000,
            },
            ...{ authenticates: false, queuesFor: ['example.net'], backupRecipients },
          },
        },
      ),
    )
    const net = zones.find(({ origin }) => origin === 'example.net')!
    const away = isUp ? net.text : net.text.replace('mx A 198.51.100.25', 'mx A 198.51.100.99')
    world.setZone('example.net', `${away}@ MX 20 smtp.mailout.test.\n`)
    return {
      world,
      repair: () => world.setZone('example.net', `${net.text}@ MX 20 smtp.mailout.test.\n`),
    }
  }

  test('keeps mail while the first host is down, and hands it on', async () => {
    const { world, repair } = backed('known', false)
    await sendMail(world, { rcptTo: [BOB] })
    expect(world.outbox.map(({ message }) => message.host.name)).toEqual(['smtp.mailout.test'])
    repair()
    world.advanceClock(31 * MINUTE)
    await world.settled()
    expect(messagesIn(world, BOB)).toHaveLength(1)
  })

  test.each([
    ['any', 'smtp.mailout.test'],
    ['known', 'mail.example.org'],
  ] as const)('that accepts %s recipients: %s writes the report', async (accepts, reporter) => {
    const { world, repair } = backed(accepts, false)
    await sendMail(world, { rcptTo: ['nobody@example.net'] })
    repair()
    world.advanceClock(31 * MINUTE)
    await world.settled()
    expect(eventsOf(world, 'reported').map(({ host }) => host)).toEqual([reporter])
  })
})
