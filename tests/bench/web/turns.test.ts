import { expect, test } from 'vitest'
import { medianSample, takeTurns, type Sample } from './turns.ts'

test.each<[name: string, samples: Sample[], median: Sample]>([
  ['one run is its own median', [{ a: 3 }], { a: 3 }],
  [
    'each figure has a median of its own',
    [
      { a: 1, b: 9 },
      { a: 2, b: 8 },
      { a: 9, b: 1 },
    ],
    { a: 2, b: 8 },
  ],
  ['what seldom never came came', [{ a: Infinity }, { a: 4 }, { a: 5 }], { a: 5 }],
  ['what mostly never came did not', [{ a: Infinity }, { a: 4 }, { a: Infinity }], { a: Infinity }],
  ['a figure that is absent at times counts where it is', [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
  ['no runs, no figures', [], {}],
])('%s', (_, samples, median) => expect(medianSample(samples)).toEqual(median))

test('pages are measured in turn', async () => {
  const order: string[] = []
  const medians = await takeTurns(['own', 'bare'], 2, async (page) => {
    order.push(page)
    return { a: order.length }
  })
  expect(order).toEqual(['own', 'bare', 'own', 'bare'])
  expect(medians).toEqual({ own: { a: 3 }, bare: { a: 4 } })
})
