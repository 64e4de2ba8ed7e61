import { expect, test } from 'vitest'
import type { WebTarget } from './part.ts'
import { verdictOn } from './verdict.ts'

const ratio: WebTarget = {
  about: 'quick',
  value: (own, bare) => own['time']! / bare['time']!,
  ...{ most: 1.1, unit: '×' },
}
const size: WebTarget = {
  about: 'small',
  value: (own) => own['size'],
  ...{ most: 120 * 1024, unit: 'octets' },
}

test.each([
  [ratio, { time: 100 }, { time: 100 }, 'Met: 1.00 ×, 0.10 × to spare.'],
  [ratio, { time: 110 }, { time: 100 }, 'Met: 1.10 ×, 0.00 × to spare.'],
  [ratio, { time: 300 }, { time: 100 }, 'Not met: 3.00 ×, 1.90 × too much.'],
  [ratio, { time: Infinity }, { time: 100 }, 'Not met: it never came.'],
  [ratio, {}, { time: 100 }, 'Not measured.'],
  [ratio, { time: Infinity }, { time: Infinity }, 'Not measured.'],
  [size, { size: 119 * 1024 }, {}, 'Met: 119.0 KiB, 1.0 KiB to spare.'],
  [size, { size: 125 * 1024 }, {}, 'Not met: 125.0 KiB, 5.0 KiB too much.'],
])('%o: %o beside %o. %s', (target, own, bare, verdict) =>
  expect(verdictOn(target, [{ own, bare }])).toBe(`target: ${target.about}. ${verdict}`),
)

test('of several rounds the median decides, and how far they differ is said', () => {
  const rounds = [130, 90, 105].map((time) => ({ own: { time }, bare: { time: 100 } }))
  expect(verdictOn(ratio, rounds)).toBe(
    'target: quick. Met: 1.05 × (0.90 × to 1.30 ×), 0.05 × to spare.',
  )
})
