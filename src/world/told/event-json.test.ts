import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { sandboxWorld } from '../sandbox.ts'
import { readEvent, writeEvent } from './event-json.ts'

test('every event of a letter’s way is read as it was written, its octets and traces too', async () => {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  for (const mail of sandboxWorld.mails) await world.send(mail)
  world.connect('desk.example.org', '192.0.2.99', 25, {
    received: () => undefined,
    closed: () => undefined,
  })
  const types = new Set(world.events.map(({ type }) => type))
  expect([...types]).toEqual(
    expect.arrayContaining(['dns', 'opened', 'wire', 'delivered', 'rejected', 'refused', 'closed']),
  )
  expect(world.events.map((event) => readEvent(writeEvent(event)))).toEqual(world.events)
})

test('octets that are no text come back as they were', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, octet) => octet)
  const event = { at: 0, type: 'wire', connection: 1, from: 'client', bytes } as const
  expect(writeEvent(event)).not.toContain('\n')
  expect(readEvent(writeEvent(event))).toEqual(event)
})

test.each(['', '{', 'null', '[]', '{}', '{"type":"toString"}', '{"type":"wire"}'])(
  '%j is no event',
  (line) => expect(readEvent(line)).toBeUndefined(),
)

test('a delivery without its letter is none', () =>
  expect(readEvent('{"type":"delivered","message":{}}')).toBeUndefined())
