import { expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import { exampleEvents } from '../../world/log/testing/example-events.ts'
import { evidence } from '../testing/evidence.ts'
import { judge } from './index.ts'

const opened: WorldEvent = {
  ...{ at: 0, type: 'opened', connection: 1, port: 25 },
  ...{ from: 'mail.example.org', fromAddress: '192.0.2.25' },
  ...{ to: 'mx.example.net', toAddress: '198.51.100.25' },
}
const events: readonly WorldEvent[] = [opened, ...Object.values(exampleEvents).flat()]

const stand = (params: object, log = events) =>
  judge({ kind: 'event', ...params } as { kind: string }, evidence({ events: log }))

test.each([
  [{ type: 'deferred', host: 'mail.example.org', to: 'bob@example.net' }],
  [{ type: 'deferred', has: '450 LATER' }],
  [{ type: 'opened', host: 'mx.example.net', client: 'mail.example.org', port: 25 }],
  [{ type: 'refused', host: 'desk.example.org', port: 8080, action: 'refused' }],
  [{ type: 'delivered', from: '', to: 'bob@example.net', action: ['inbox', 'junk'] }],
  [{ type: 'decided', policy: 'spf', action: 'refused', to: 'a@example.org' }],
  [{ type: 'reported', to: 'alice@example.org', action: 'failed', status: '5.1' }],
  [{ type: 'rejected', status: '554' }],
  [{ type: 'undeliverable', to: 'nobody@example.com', atMost: 0 }],
  [{ type: 'decided', atLeast: 2, atMost: 2 }],
  [{ type: 'intercepted', action: 'listen', client: 'mail.example.org' }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test('an event over a connection is of its server', () => {
  const closed: WorldEvent = { at: 0, type: 'closed', connection: 1 }
  const params = { type: 'closed', host: 'mx.example.net', client: 'mail.example.org', port: 25 }
  expect(stand(params, [opened, closed])).toEqual({ met: true })
  expect(stand(params, [opened])).toMatchObject({ met: false })
})

test('what happened while a device had no network counts, and nothing before or after', () => {
  const [delivered] = exampleEvents.delivered
  const turn = (does: 'offline' | 'online'): WorldEvent => ({
    ...{ at: 0, type: 'device', device: 'phone', name: 'Bob’s phone', does },
  })
  const params = { type: 'delivered', whileOff: 'phone' }
  expect(stand(params, [turn('offline'), delivered!, turn('online')])).toEqual({ met: true })
  expect(stand(params, [delivered!, turn('offline'), turn('online'), delivered!])).toEqual({
    met: false,
    reason: 'No message arrived while `phone` had no network yet.',
  })
  expect(stand({ ...params, whileOff: 'laptop' }, [turn('offline'), delivered!]).met).toBe(false)
})

test.each([
  [{ type: 'deferred', host: 'mx.example.net' }, 'No message was put off at `mx.example.net` yet.'],
  [
    { type: 'decided', policy: 'greylisting', action: 'deferred', to: 'a@b.test' },
    'Nothing was decided (`greylisting deferred`) for `a@b.test` yet.',
  ],
  [
    { type: 'decided', host: 'mx.bigmail.test', policy: 'dmarc-report' },
    'No time for DMARC reports has come at `mx.bigmail.test` yet.',
  ],
  [
    { type: 'undeliverable', atMost: 0 },
    'A message to x@example.com is undeliverable: No MX. That should not happen.',
  ],
  [
    { type: 'decided', atMost: 1 },
    'mx.example.net, vacation: the null sender is dropped. It is not answered. That happened 2 times; it should be exactly 1.',
  ],
])('%o: %s', (params, reason) => {
  const status = stand(params)
  expect(status).toEqual({ met: false, reason })
})

const questions: readonly WorldEvent[] = [
  {
    ...{ at: 0, type: 'dns', by: 'desk.example.org' },
    question: { ask: 'dns', name: 'example.net', type: 'MX' },
    answer: { status: 'ok', records: [] },
  },
  {
    ...{ at: 0, type: 'dns', by: 'mx.example.net', judges: 4, cachedFor: 30 },
    question: { ask: 'dns', name: 'nothing.example.net', type: 'A' },
    answer: { status: 'nxdomain', records: [] },
  },
]

const asked = (params: object) =>
  judge({ kind: 'asked', ...params }, evidence({ events: questions }))

test.each([
  [{ name: 'EXAMPLE.net.', type: 'mx', status: 'ok', host: 'desk.example.org', for: 'person' }],
  [{ type: ['A', 'AAAA'], status: ['nodata', 'nxdomain'], for: 'message', cached: 'yes' }],
  [{ name: 'example.net', type: 'TXT', atMost: 0 }],
  [{ atLeast: 2 }],
  [{ name: 'nothing.example.net', at: 'last' }],
  [{ name: 'example.net', at: 'last', atMost: 0 }],
])('a question, %o, is met', (params) => expect(asked(params)).toEqual({ met: true }))

test.each([
  [{ name: 'example.net', type: 'TXT' }, 'That question has not been asked yet.'],
  [
    { name: 'nothing.example.net', type: 'A', status: 'nodata' },
    'For `nothing.example.net A` the DNS answered `nxdomain`.',
  ],
  [
    { name: 'example.net', atLeast: 2 },
    'The DNS was asked for `example.net` once; wanted: at least 2.',
  ],
])('a question, %o: %s', (params, reason) => expect(asked(params)).toEqual({ met: false, reason }))
