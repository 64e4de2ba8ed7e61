import { expect, test } from 'vitest'
import { evidence, testimony } from '../testing/evidence.ts'
import { judge } from './index.ts'

const own = testimony('Own', 'pass', '`ip4` matches.')

const stand = (...witnesses: Parameters<typeof evidence>[0]['witnesses'] & object) =>
  judge({ kind: 'witnesses' }, evidence({ witnesses }))

test('all as expected', () =>
  expect(stand(own, testimony('Spoofer', 'fail', '', ['fail', 'softfail']))).toEqual({ met: true }))

test('the first that is not is named', () =>
  expect(stand(own, testimony('Spoofer', 'neutral', 'No `all` ends it.', ['fail']))).toEqual({
    met: false,
    reason: 'Spoofer (203.0.113.66) gets `neutral` and should fail. No `all` ends it.',
  }))
