import { expect, test } from 'vitest'
import type { QueueEntry } from '../../world/outbox/outbox.ts'
import type { World } from '../../world/world.ts'
import { appended, evidence, message, type BobsMessage } from '../testing/evidence.ts'
import { judge } from './index.ts'

const flagged = (one: BobsMessage, ...flags: string[]): BobsMessage => ({
  ...one,
  message: { ...one.message, flags },
})
const bob = [
  flagged(message('Subject: a\n\nx\n'), '\\Seen'),
  message('Subject: b\n\nx\n'),
  flagged(message('Subject: c\n\nx\n', { folder: 'junk' }), '\\Deleted', '$Junk'),
]

const stand = (params: object) =>
  judge({ kind: 'folder', mailbox: 'bob@example.org', ...params }, evidence({ bob }))

test.each([
  [{ folder: 'INBOX', count: 2 }],
  [{ folder: 'inbox', unseen: 1 }],
  [{ folder: 'junk', flags: ['\\deleted', '$junk'] }],
  [{ folder: 'inbox', lacks: ['\\Seen'], count: 1 }],
  [{ folder: 'trash', atMost: 0 }],
  [{ folder: 'archive', exists: 'no' }],
  [{ folder: 'trash', exists: 'yes' }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [{ folder: 'archive' }, '`bob@example.org`’s folder `archive` is not there.'],
  [{ folder: 'trash' }, '`bob@example.org`’s folder `trash` holds 0 messages; wanted: at least 1.'],
  [{ folder: 'inbox', unseen: 0 }, '`bob@example.org`’s folder `inbox` has 1 unseen, not 0.'],
  [
    { folder: 'inbox', flags: ['\\Deleted'], count: 1 },
    '`bob@example.org`’s folder `inbox` holds 0 with `\\Deleted`, not 1.',
  ],
  [{ folder: 'trash', exists: 'no' }, '`bob@example.org`’s folder `trash` is there still.'],
])('%o: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))

const bounce = `Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x

It did not work.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; carol@example.net
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user

--x--
`
const told = (params: object, messages = [appended(bounce)]) =>
  judge({ kind: 'report', mailbox: 'bob@example.org', ...params }, evidence({ bob: messages }))

test.each([
  [{ recipient: 'carol@example.net', action: 'failed', status: '5.1' }],
  [{ host: 'mail.example.org', has: 'no such USER' }],
  [{ action: 'delayed', atMost: 0 }],
])('a report, %o, is met', (params) => expect(told(params)).toEqual({ met: true }))

test('a report: the reasons', () => {
  expect(told({ action: 'failed' }, [])).toEqual({
    met: false,
    reason: 'No report is in the mailbox of `bob@example.org` yet.',
  })
  expect(told({ action: 'delayed' })).toEqual({
    met: false,
    reason:
      'The newest report in the mailbox of `bob@example.org` says `carol@example.net failed 5.1.1`.',
  })
})

const entry = {
  ...{ tries: 2, nextTry: 0, delay: 'unreported' },
  message: { host: { name: 'mail.example.org' }, from: 'alice@example.org' },
  recipients: [{ recipient: { address: 'bob@example.net' } }],
} as unknown as QueueEntry

const waits = (params: object, outbox: readonly QueueEntry[] = [entry]) =>
  judge({ kind: 'queue', ...params }, { ...evidence({}), world: { outbox } as unknown as World })

test.each([
  [{ host: 'mail.example.org', to: 'BOB@example.net', count: 1 }],
  [{ from: 'alice@example.org', tries: 2 }],
  [{ host: 'mx.example.net', count: 0 }],
])('a queue, %o, is met', (params) => expect(waits(params)).toEqual({ met: true }))

test('a queue: the reason', () =>
  expect(waits({ host: 'mail.example.org', to: 'bob@example.net', count: 0 })).toEqual({
    met: false,
    reason: '1 wait in the queue of `mail.example.org` for `bob@example.net`; wanted: none.',
  }))

const start = Date.parse('2026-05-04T09:00:00Z')
const at = (minutes: number, params: object) =>
  judge(
    { kind: 'time', ...params },
    {
      ...evidence({}),
      world: {
        spec: { now: '2026-05-04T09:00:00Z' },
        clock: { now: () => start + minutes * 60_000 },
      } as unknown as World,
    },
  )

test.each([
  [15, { after: '+15 min' }, true],
  [14, { after: '+15 min' }, false],
  [20, { after: '2026-05-04T09:15:00Z', before: '+1 h' }, true],
  [60, { before: '+1 h' }, false],
  [1440, { after: '+1d' }, true],
])('after %i minutes, %o: %s', (minutes, params, isMet) =>
  expect(at(minutes, params).met).toBe(isMet),
)

test('a time: the reason', () =>
  expect(at(5, { after: '+1 h' })).toEqual({
    met: false,
    reason: 'It is 2026-05-04 09:05 (UTC), too early.',
  }))
