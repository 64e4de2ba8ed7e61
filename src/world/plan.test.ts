import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from './create.ts'
import { kindNamed, type WorldEvent } from './events/index.ts'
import { messagesOf } from './mailboxes.ts'
import { sampleWorld } from './sample.ts'
import type { WorldSpec } from './spec.ts'
import { planItem, type PlanItem } from './spec/plan.ts'
import type { World } from './world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const mail = sampleWorld.mails[0]!
const recipient = mail.rcptTo[0]!

const sentenceOf = (event: WorldEvent): string => kindNamed(event.type)!.sentence(event as never)

const open = (plan: readonly PlanItem[], more: Partial<WorldSpec> = {}): World =>
  createWorld({ ...sampleWorld, ...more, plan }, { crypto: webCrypto })

async function pass(world: World, milliseconds: number): Promise<void> {
  world.advanceClock(milliseconds)
  await world.settled()
}

const arrived = (world: World): number =>
  messagesOf(world.mailboxes.find(({ address }) => address === recipient)!).length

const happened = (world: World): string[] =>
  world.events.filter(({ type }) => type === 'planned').map(sentenceOf)

describe('what is planned', () => {
  test('happens when its time has come, and not before', async () => {
    const world = open([{ after: 600, send: mail.id }])
    await pass(world, 599_000)
    expect(arrived(world)).toBe(0)
    await pass(world, 1_000)
    expect(arrived(world)).toBe(1)
  })

  test('happens again and again, as often as is said', async () => {
    const world = open([{ after: 0, every: 3600, times: 3, send: mail.id }])
    await pass(world, 24 * HOUR)
    expect(arrived(world)).toBe(3)
    expect(world.nextDue).toBeUndefined()
  })

  test('happens at a time of day, the first that comes', async () => {
    const world = open([
      { at: '08:10', send: mail.id },
      { at: '07:50', send: mail.id },
    ])
    await pass(world, 10 * MINUTE - 1)
    expect(arrived(world)).toBe(0)
    await pass(world, 1)
    expect(arrived(world)).toBe(1)
    await pass(world, 24 * HOUR - 20 * MINUTE)
    expect(arrived(world)).toBe(2)
  })

  test.each<[PlanItem['days'], number, number]>([
    [['mon', 'tue', 'wed', 'thu', 'fri'], 86_400, 10],
    [['sat'], 86_400, 2],
    [['wed', 'sun'], 2 * 86_400, 2],
    [undefined, 86_400, 14],
  ])('on %j, every %i s, happens %i times in two weeks', async (days, every, times) => {
    const world = open([{ at: '09:00', every, send: mail.id, ...(days && { days }) }])
    await pass(world, 14 * 24 * HOUR)
    const on = world.events.flatMap(({ type, at }) => (type === 'queued' ? [new Date(at)] : []))
    expect(on).toHaveLength(times)
    const names = on.map((one) => one.toUTCString().slice(0, 3).toLowerCase())
    expect(names.filter((name) => days && !(days as readonly string[]).includes(name))).toEqual([])
  })

  test('once, on the first of its days', async () => {
    const world = open([{ at: '09:00', days: ['sun'], send: mail.id }])
    await pass(world, 21 * 24 * HOUR)
    expect(arrived(world)).toBe(1)
  })

  test('a host that goes away at the very start is away before any time goes by', () => {
    const listener = { received() {}, startTls() {}, closed() {} }
    const call = (plan: readonly PlanItem[]) =>
      open(plan).connect('desk.example.org', '198.51.100.25', 25, listener)
    expect(call([])).not.toHaveProperty('refused')
    expect(call([{ after: 0, down: 'mx.example.net' }])).toHaveProperty('refused', 'down')
    expect(call([{ after: 1, down: 'mx.example.net' }])).not.toHaveProperty('refused')
  })

  test('happens in the order of its times, whatever that of the plan', async () => {
    const world = open([
      { after: 7200, up: 'mx.example.net' },
      { after: 3600, down: 'mx.example.net' },
    ])
    await pass(world, 3 * HOUR)
    expect(happened(world)).toEqual([
      'mx.example.net no longer answers.',
      'mx.example.net answers again.',
    ])
  })

  test('a zone is published', async () => {
    const text = '@ 60 IN SOA ns h 1 2 3 4 5\n@ 60 IN TXT "new"'
    const world = open([{ after: 60, publish: { origin: 'example.org', text } }])
    expect(world.resolver.query('example.org', 'MX').status).toBe('ok')
    await pass(world, HOUR)
    expect(world.resolver.query('example.org', 'MX').status).toBe('nodata')
    expect(happened(world)).toEqual(['The zone example.org has changed.'])
  })

  test('mail for a host that is down waits, and arrives once it is up again', async () => {
    const host = sampleWorld.hosts.find(({ smtp }) =>
      smtp?.domains.includes(recipient.split('@')[1]!),
    )!
    const sender = sampleWorld.hosts.map((one) =>
      one.name === mail.host ? { ...one, queue: { retryAfter: [1800] } } : one,
    )
    const world = open(
      [
        { after: 0, down: host.name },
        { after: 60, send: mail.id },
        { after: 3600, up: host.name },
      ],
      { hosts: sender },
    )
    await pass(world, 10 * MINUTE)
    expect(arrived(world)).toBe(0)
    expect(world.outbox).toHaveLength(1)
    await pass(world, 2 * HOUR)
    expect(arrived(world)).toBe(1)
    expect(world.outbox).toHaveLength(0)
  })

  test('the world says when something happens next', async () => {
    const world = open([{ after: 60, down: 'mx.example.net' }])
    expect(world.nextDue).toBe(Date.parse(sampleWorld.now) + 60_000)
    await pass(world, world.nextDue! - world.clock.now())
    expect(world.nextDue).toBeUndefined()
  })

  test('the same plan gives the same events', async () => {
    const played = async () => {
      const world = open([{ after: 0, every: 600, times: 5, send: mail.id }])
      await pass(world, 2 * HOUR)
      return world.events
    }
    expect(await played()).toEqual(await played())
  })

  test('a plan that never ends stops after many things, and the clock stands there', async () => {
    const world = open([{ after: 0, every: 1, down: 'mx.example.net' }])
    await pass(world, 30 * 24 * HOUR)
    const gone = world.clock.now() - Date.parse(sampleWorld.now)
    expect(gone).toBeGreaterThan(2 * HOUR)
    expect(gone).toBeLessThan(4 * HOUR)
  })
})

describe('an item of a plan is refused with its reason', () => {
  const cases: readonly [string, unknown, string][] = [
    ['nothing happens', { after: 1 }, 'Say one thing that happens'],
    ['two things happen', { after: 1, down: 'a.test', up: 'b.test' }, 'Say one thing that happens'],
    ['before the start', { after: -1, down: 'a.test' }, 'Time goes forward'],
    ['so often, but how far apart?', { after: 1, times: 2, send: 'a' }, 'with `every`'],
    ['two times', { after: 1, at: '08:00', send: 'a' }, 'Say when'],
    ['no time', { send: 'a' }, 'Say when'],
    ['no time of day', { at: '24:00', send: 'a' }, 'such as `09:05`'],
    ['days, but when?', { after: 1, days: ['mon'], send: 'a' }, 'write `at`'],
    ['days, by the hour', { at: '08:00', days: ['mon'], every: 3600, send: 'a' }, 'by whole days'],
    ['a device does nothing', { after: 1, device: 'a' }, 'goes with an `act`'],
    ['no time between', { after: 1, every: 0, send: 'a' }, 'At least a second'],
  ]
  test.each(cases)('%s', (_, item, reason) => {
    const read = v.safeParse(planItem, item)
    expect(read.success).toBe(false)
    expect(read.issues?.map(({ message }) => message).join()).toContain(reason)
  })
})

describe('a host that caches the DNS', () => {
  const zone = (address: string) => `@ 300 IN SOA ns h 1 2 3 4 60\n@ 300 IN TXT "${address}"\n`
  const hosts = sampleWorld.hosts.map((host) =>
    host.name === mail.host ? { ...host, cachesDns: true } : host,
  )
  const textAt = (world: World, by: string): string => {
    const [record] = world.lookUp(by, 'example.org', 'TXT').records
    return record?.type === 'TXT' ? record.strings.join('') : 'none'
  }

  test('answers from its cache until the TTL has run out; others see what is new', async () => {
    const world = open([], { hosts })
    world.setZone('example.org', zone('old'))
    expect(textAt(world, mail.host)).toBe('old')
    world.setZone('example.org', zone('new'))
    expect([textAt(world, mail.host), textAt(world, 'mx.example.org')]).toEqual(['old', 'new'])
    await pass(world, 299_000)
    expect(textAt(world, mail.host)).toBe('old')
    await pass(world, 1_000)
    expect(textAt(world, mail.host)).toBe('new')
  })

  test('says for how long an answer is still good', async () => {
    const world = open([], { hosts })
    world.setZone('example.org', zone('old'))
    textAt(world, mail.host)
    await pass(world, 100_000)
    textAt(world, mail.host)
    expect(world.events.at(-1)).toMatchObject({ type: 'dns', cachedFor: 200 })
    expect(sentenceOf(world.events.at(-1)!)).toContain('good for 200 s more')
  })
})

test('a fault of the DNS is met by every host', () => {
  const world = open([], { dnsFaults: [{ kind: 'servfail', name: 'example.org', type: 'MX' }] })
  expect(world.lookUp(mail.host, 'example.org', 'MX').status).toBe('servfail')
  expect(world.lookUp(mail.host, 'example.org', 'TXT').status).not.toBe('servfail')
})
