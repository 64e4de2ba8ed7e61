import { expect, test } from 'vitest'
import { evidence, senderReport } from '../testing/evidence.ts'
import { judge } from './index.ts'

const own = senderReport('Own', 'pass', '`ip4` matches.')

const stand = (...senders: Parameters<typeof evidence>[0]['senders'] & object) =>
  judge({ kind: 'senders' }, evidence({ senders }))

test('all as expected', () =>
  expect(stand(own, senderReport('Spoofer', 'fail', '', ['fail', 'softfail']))).toEqual({
    met: true,
  }))

test('the first that is not is named', () =>
  expect(stand(own, senderReport('Spoofer', 'neutral', 'No `all` ends it.', ['fail']))).toEqual({
    met: false,
    reason: 'Spoofer (203.0.113.66) gets `neutral` and should fail. No `all` ends it.',
  }))
