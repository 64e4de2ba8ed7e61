import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import type { EventOf, WorldEvent } from '../../lab/types.ts'
import { addEarlier, addEvents, emptyLog, KEPT } from './live-log.ts'

const opened = (connection: number): EventOf<'opened'> => ({
  ...{ at: 0, type: 'opened', connection, port: 25 },
  ...{ from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
})
const wire = (connection: number, octets = 1): WorldEvent => ({
  ...{ at: 0, type: 'wire', connection, from: 'client' },
  bytes: latin1('x'.repeat(octets)),
})
const times = (count: number, event: WorldEvent): WorldEvent[] =>
  Array.from({ length: count }, () => event)

test('what fits is kept', () => {
  const log = addEvents(addEvents(emptyLog, [opened(1)]), [wire(1, 5)])
  expect(log).toEqual({
    events: [opened(1), wire(1, 5)],
    octets: 5,
    droppedCount: 0,
    cut: new Set(),
  })
})

test('of too many events the oldest go; a connection that goes on keeps its beginning', () => {
  const kept = { events: 10, octets: 1_000 }
  const log = addEvents(emptyLog, [opened(1), opened(2), ...times(20, wire(2))], kept)
  expect(log.events).toEqual([opened(2), ...times(10, wire(2))])
  expect(log.droppedCount).toBe(11)
  expect([...log.cut]).toEqual([2])
})

test('of too many octets the oldest go', () => {
  const log = addEvents(emptyLog, [opened(1), ...times(20, wire(1, 10))], {
    events: 99,
    octets: 50,
  })
  expect(log.octets).toBe(50)
  expect(log.events).toHaveLength(6)
})

test('hours of connections leave no more than the measure and its slack', () => {
  let log = emptyLog
  for (let connection = 1; connection <= 5_000; connection++)
    log = addEvents(log, [opened(connection), wire(connection, 4_000), wire(connection, 4_000)])
  expect(log.events.length).toBeLessThanOrEqual(KEPT.events * 1.25)
  expect(log.octets).toBeLessThanOrEqual(KEPT.octets * 1.25)
  expect(log.events.length + log.droppedCount).toBe(15_000)
})

test('a connection that began before is known to be cut', () => {
  const log = addEvents(addEarlier(emptyLog, opened(7)), [wire(7)])
  expect(log.events).toEqual([opened(7), wire(7)])
  expect([...log.cut]).toEqual([7])
})
