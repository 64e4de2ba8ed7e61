import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { kindNamed, type WorldEvent } from '../events/index.ts'
import { opener, sendMail } from '../testing/services-world.ts'
import type { World } from '../world.ts'
import { createLog } from './event-log.ts'

const open = opener(webCrypto)

const sentenceOf = (event: WorldEvent): string => kindNamed(event.type)!.sentence(event as never)

/** Sentences of what led to an event, the event first; octets are left out. */
function wayTo({ events }: World, isWanted: (event: WorldEvent) => boolean): string[] {
  const way: string[] = []
  for (let at = events.find(isWanted); at; at = events[at.cause ?? -1])
    if (at.type !== 'wire') way.push(sentenceOf(at))
  return way
}

test('who refuses one of two recipients is the cause of its loss, and not what came later', async () => {
  const world = open()
  await sendMail(world, { rcptTo: ['nobody@example.net', 'bob@example.net'] })
  const [lost, reply] = wayTo(world, ({ type }) => type === 'undeliverable')
  expect(lost).toMatch(/^A message to nobody@example.net is undeliverable/)
  expect(reply).toMatch(/^`RCPT TO:<nobody@example.net>.*` is answered with `550 /)
})

test('a report follows from the loss that it is about, and arrives because of that', async () => {
  const world = open()
  await sendMail(world, { rcptTo: ['nobody@example.net'] })
  const way = wayTo(
    world,
    (event) => event.type === 'delivered' && event.mailbox === 'alice@example.org',
  )
  expect(way.slice(0, 3)).toEqual([
    expect.stringContaining('arrives in the inbox of alice@example.org'),
    expect.stringContaining('reports to alice@example.org'),
    expect.stringContaining('is undeliverable'),
  ])
  expect(way.at(-1)).toMatch(/^mail.example.org has a message from alice@example.org/)
})

test('what an alias leads to goes back to who wrote it', async () => {
  const world = open()
  await sendMail(world)
  const way = wayTo(world, ({ type }) => type === 'delivered')
  expect(way).toContainEqual(expect.stringContaining('bob@alumni.test is an alias'))
  expect(way.at(-1)).toMatch(/^mail.example.org has a message/)
})

test('every try leads back to the same message', async () => {
  const world = open({ 'mx.alumni.test': { smtp: { faults: [] }, addresses: ['203.0.113.41'] } })
  await sendMail(world)
  world.advanceClock(2 * 3_600_000)
  await world.settled()
  const deferred = world.events.filter(({ type }) => type === 'deferred')
  expect(deferred.length).toBeGreaterThan(2)
  for (const one of deferred)
    expect(wayTo(world, (event) => event === one).at(-1)).toMatch(/^mail.example.org has a message/)
})

test('a log that keeps the newest alone counts on, and says so of a cause that it has no longer', () => {
  const log = createLog(() => 0, { events: 2, octets: 1e9 })
  for (let at = 0; at < 9; at++)
    log.emit({
      ...{ type: 'deferred', host: 'mx.test', queueId: 'a', recipient: 'b@c.test' },
      ...{ reason: 'Later.', nextTry: 1 },
    })
  const { events, droppedCount } = log
  expect(events.map(({ number, cause }) => [number, cause])).toEqual([
    [7, 6],
    [8, 7],
  ])
  expect(droppedCount).toBe(7)
})
