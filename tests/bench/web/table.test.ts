import { expect, test } from 'vitest'
import type { Unit } from './part.ts'
import { renderPart, writeFigure } from './table.ts'

test.each<[value: number | undefined, unit: Unit, written: string]>([
  [2048, 'octets', '2.0 KiB'],
  [11, 'count', '11'],
  [1234.5, 'ms', '1235 ms'],
  [12.345, 'ms', '12.35 ms'],
  [Infinity, 'ms', 'never'],
  [undefined, 'ms', '–'],
  [NaN, 'octets', '–'],
])('%o as %s is written %s', (value, unit, written) =>
  expect(writeFigure(value, unit)).toBe(written),
)

test('pages stand side by side, with the ratio where both have a figure', () => {
  const heading = {
    ...{ group: 'web-page', about: 'a page beside another' },
    pages: ['ours', 'bare'] as const,
    figures: { bytes: 'octets', 'first paint': 'ms', answered: 'ms' } as const,
    targets: [{ about: 'painted in 100 ms', value: () => 50, most: 100, unit: 'ms' } as const],
  }
  const own = { bytes: 4096, 'first paint': 150, answered: 300 }
  const bare = { bytes: 2048, 'first paint': 100 }
  expect(renderPart(heading, [{ own, bare }])).toBe(
    [
      '',
      'web-page: a page beside another',
      '                ours      bare',
      '  bytes         4.0 KiB   2.0 KiB   × 2.00',
      '  first paint   150 ms    100 ms    × 1.50',
      '  answered      300 ms    –',
      '  target: painted in 100 ms. Met: 50.00 ms, 50.00 ms to spare.',
    ].join('\n'),
  )
})
