import { expect, test } from 'vitest'
import type { JourneyEnd } from '../../world/journey.ts'
import { evidence, journey, message, results } from '../testing/evidence.ts'
import { judge } from './index.ts'

const stand = (params: object, end: JourneyEnd) =>
  judge({ kind: 'mail', id: 'letter', ...params }, evidence({ journeys: [journey(end)] }))

const { message: arrived } = message('Subject: Hello\n\n')

const inbox: JourneyEnd = {
  kind: 'inbox',
  mailbox: 'bob@example.net',
  message: {
    ...arrived.delivery!,
    bytes: arrived.bytes,
    authentication: results('pass', 'fail', 'pass'),
  },
}

const rejected: JourneyEnd = {
  kind: 'rejected',
  code: 550,
  text: '5.7.1 DMARC says no\nmore',
  authentication: results('fail', 'none', 'fail'),
}

const nowhere: JourneyEnd = { kind: 'undeliverable', reason: 'The MX names an address.' }
const waiting: JourneyEnd = { kind: 'deferred', reason: '450 Come back later.' }

test.each([
  [{ end: 'inbox' }, inbox],
  [{ end: ['junk', 'rejected'] }, rejected],
  [{ spf: 'pass', dkim: 'fail', dmarc: 'pass' }, inbox],
  [{ dmarc: 'fail', end: 'rejected' }, rejected],
  [{ end: 'undeliverable' }, nowhere],
])('%o is met', (params, end) => expect(stand(params, end)).toEqual({ met: true }))

test.each([
  [
    { end: 'inbox' },
    rejected,
    'Alice’s message: it was rejected with `550 5.7.1 DMARC says no`. It should arrive in the inbox. DMARC is fail.',
  ],
  [
    { end: ['junk', 'rejected'] },
    inbox,
    'Alice’s message: it landed in `bob@example.net`’s inbox. It should land in junk or be rejected. It was put there.',
  ],
  [
    { end: 'inbox' },
    nowhere,
    'Alice’s message: it could not be delivered. It should arrive in the inbox. The MX names an address.',
  ],
  [
    { dkim: 'pass' },
    inbox,
    'Alice’s message: DKIM gives `fail` and should give `pass`. DKIM is fail.',
  ],
  [
    { spf: 'pass' },
    nowhere,
    'Alice’s message: it could not be delivered, and SPF was not asked. The MX names an address.',
  ],
  [
    { dkim: 'pass', end: 'inbox' },
    waiting,
    'Alice’s message: it waits for another try. It should arrive in the inbox. 450 Come back later.',
  ],
  [
    { end: 'inbox' },
    waiting,
    'Alice’s message: it waits for another try. It should arrive in the inbox. 450 Come back later.',
  ],
  [{ id: 'nothing' }, inbox, 'No mail here is called `nothing`.'],
])('%o: the reason', (params, end, reason) =>
  expect(stand(params, end)).toEqual({ met: false, reason }),
)
