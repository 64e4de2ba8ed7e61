import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import type { EventBody } from '../events/index.ts'
import { createLog } from './event-log.ts'

const opened = (connection: number): EventBody => ({
  ...{ type: 'opened', connection, port: 25, from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
})
const wire = (connection: number, octets: number): EventBody => ({
  ...{ type: 'wire', connection, from: 'client', bytes: latin1('x'.repeat(octets)) },
})

/** Sends it `times` times on a connection of its own, and counts what is kept. */
function filled(times: number, octets: number, keep?: Parameters<typeof createLog>[1]) {
  const log = createLog(() => 7, keep)
  log.emit(opened(1))
  for (let at = 0; at < times; at++) log.emit(wire(1, octets))
  return log
}

test('all is kept where no limit is set', () =>
  expect(filled(5000, 9)).toMatchObject({ droppedCount: 0, events: { length: 5001 } }))

test.each([
  ['events', { events: 100, octets: 1e9 }],
  ['octets', { events: 1e9, octets: 1000 }],
])('beyond so many %s the oldest go, with a quarter of slack', (_, keep) => {
  const { events, droppedCount: droppedCount } = filled(5000, 10, keep)
  expect(events.length).toBeLessThanOrEqual(126)
  expect(events.length).toBeGreaterThanOrEqual(100)
  expect(droppedCount + events.length).toBe(5001)
})

test('a connection that goes on keeps its beginning', () =>
  expect(filled(5000, 10, { events: 100, octets: 1e9 }).events[0]).toMatchObject({
    type: 'opened',
    connection: 1,
    at: 7,
  }))

test('a listener receives every event', () => {
  const log = createLog(() => 0, { events: 2, octets: 10 })
  let received = 0
  log.subscribe(() => received++)
  for (let at = 0; at < 100; at++) log.emit(wire(1, 9))
  expect(received).toBe(100)
})
