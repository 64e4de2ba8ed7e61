import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from '../world/create.ts'
import { sampleWorld } from '../world/sample.ts'
import { worldTime } from './world-time.ts'

const mail = sampleWorld.mails[0]!
const start = Date.parse(sampleWorld.now)

test('where nothing is to come, only the time is given', () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  expect(worldTime(world)).toEqual({ now: start, waiting: [] })
})

test('what waits is given with its reason and its next try', async () => {
  const hosts = sampleWorld.hosts.map((host) =>
    host.name === mail.host ? { ...host, queue: { retryAfter: [600] } } : host,
  )
  const down = hosts.find(({ smtp }) => smtp?.domains.includes(mail.rcptTo[0]!.split('@')[1]!))!
  const plan = [{ after: 0, down: down.name }]
  const world = createWorld({ ...sampleWorld, hosts, plan }, { crypto: webCrypto })
  world.advanceClock(0)
  await world.settled()
  await world.send(mail)
  const { next, waiting } = worldTime(world)
  expect(waiting).toMatchObject([{ host: mail.host, from: mail.mailFrom, tries: 1, nextTry: next }])
  expect(waiting[0]?.recipients).toMatchObject([{ address: mail.rcptTo[0] }])
  expect(next).toBeGreaterThan(start + 599_000)
})
