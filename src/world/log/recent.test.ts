import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import type { WorldEvent } from '../events/index.ts'
import { recentEvents } from './recent.ts'

const opened = (connection: number): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, port: 25 },
  ...{ from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
})
const wire = (connection: number, octets: number): WorldEvent => ({
  ...{ at: 0, type: 'wire', connection, from: 'client' },
  bytes: latin1('x'.repeat(octets)),
})
const closed = (connection: number): WorldEvent => ({ at: 0, type: 'closed', connection })

/** `1o 1w5 1c`: connection 1 is opened, sends 5 octets, is closed. */
const log = (text: string): WorldEvent[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [, connection = '', act, octets = ''] = /^(\d+)([owc])(\d*)$/.exec(word) ?? []
      if (act === 'o') return opened(Number(connection))
      return act === 'c' ? closed(Number(connection)) : wire(Number(connection), Number(octets))
    })

test.each([
  ['', { events: 5, octets: 10 }, ''],
  ['1o 1w5 1c', { events: 5, octets: 10 }, '1o 1w5 1c'],
  ['1o 1w5 1c 2o 2w5 2c', { events: 3, octets: 10 }, '2o 2w5 2c'],
  ['1o 1w5 1w6 1c', { events: 9, octets: 10 }, '1o 1w6 1c'],
  ['1o 2o 2w5 2c 1w5 1w6', { events: 9, octets: 10 }, '1o 1w6'],
  ['1o 2o 1w9 2w9', { events: 2, octets: 99 }, '1o 2o 1w9 2w9'],
  ['1o 1w99', { events: 9, octets: 10 }, '1o 1w99'],
])('of %j, %o keeps %j', (all, measure, kept) =>
  expect(recentEvents(log(all), measure)).toEqual(log(kept)),
)
