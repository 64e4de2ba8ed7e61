import { expect, test } from 'vitest'
import type { SpfVerdict } from '../../auth/spf/verdict.ts'
import type { SenderReport } from '../evidence.ts'
import { evidence, senderReport } from '../testing/evidence.ts'
import { judge } from './index.ts'

const senders = [
  senderReport('Own', 'pass', '`ip4` matches.'),
  senderReport('Spoofer', 'pass', '`+all` lets everybody in.', ['fail']),
  senderReport('Vendor', 'permerror', 'Two records stand there', ['pass']),
]

const decided = (text: string): SenderReport => {
  const report = senderReport('Own', 'fail', 'So it is.')
  return { ...report, verdict: { ...report.verdict, decidedBy: { text } } as SpfVerdict }
}

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

test.each([
  ['-ip4:192.0.2.10', 'term', { met: true }],
  ['-all', 'all', { met: true }],
  ['ALL', 'all', { met: true }],
  ['-all', 'term', { met: false, reason: 'What decided about Own is `all`.' }],
  [
    'include:all.example',
    'all',
    { met: false, reason: 'What decided about Own is a term of its own.' },
  ],
] as const)('decided by %s, asked for %s', (text, by, status) => {
  const condition = { kind: 'sender', id: 'own', result: 'fail', by }
  expect(judge(condition, evidence({ senders: [decided(text)] }))).toEqual(status)
})

test('decided by no term', () => {
  const reports = [senderReport('Own', 'neutral', 'Nothing fits.')]
  const condition = { kind: 'sender', id: 'own', result: 'neutral', by: 'nothing' }
  expect(judge(condition, evidence({ senders: reports }))).toEqual({ met: true })
})
