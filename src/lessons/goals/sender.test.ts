import { expect, test } from 'vitest'
import { evidence, senderReport } from '../testing/evidence.ts'
import { judge } from './index.ts'

const senders = [
  senderReport('Own', 'pass', '`ip4` matches.'),
  senderReport('Spoofer', 'pass', '`+all` lets everybody in.', ['fail']),
  senderReport('Vendor', 'permerror', 'Two records stand there', ['pass']),
]

const stand = (params: object) => judge({ kind: 'sender', ...params }, evidence({ senders }))

test.each([
  [{ id: 'own', result: 'pass' }],
  [{ id: 'vendor', result: ['temperror', 'permerror'] }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [
    { id: 'spoofer', result: 'fail' },
    'Spoofer (203.0.113.66) passes and should fail. `+all` lets everybody in.',
  ],
  [
    { id: 'vendor', result: ['pass', 'neutral'] },
    'Vendor (203.0.113.66) gets `permerror` and should pass or get `neutral`. Two records stand there.',
  ],
  [{ id: 'nobody', result: 'pass' }, 'No sender is called `nobody`.'],
])('%o: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))
