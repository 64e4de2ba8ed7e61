import { expect, test } from 'vitest'
import { medianSample, saidBy, takeTurns, type Round, type Sample } from './turns.ts'

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

test('pages are measured in turn, step by step, and who is first changes', async () => {
  const order: string[] = []
  const visit = (page: string) => ({
    steps: ['a', 'b'].map((step) => () => {
      const count = order.push(`${page} ${step}`)
      return Promise.resolve({ [step]: count })
    }),
    close: () => Promise.resolve(),
  })
  const rounds = await takeTurns({ own: visit('own'), bare: visit('bare') }, 2)
  expect(order).toEqual([
    'own a',
    'bare a',
    'own b',
    'bare b',
    'bare a',
    'own a',
    'bare b',
    'own b',
  ])
  expect(rounds).toEqual([
    { own: { a: 1, b: 3 }, bare: { a: 2, b: 4 } },
    { own: { a: 6, b: 8 }, bare: { a: 5, b: 7 } },
  ])
})

test.each<[name: string, rounds: Round[], said: number[]]>([
  ['each round says one', [round(3, 2), round(2, 2)], [1, 1.5]],
  ['what never came is the most', [round(Infinity, 1), round(2, 1)], [2, Infinity]],
  ['a round that says nothing is left out', [round(NaN, 1), round(2, 1)], [2]],
])('%s', (_, rounds, said) =>
  expect(saidBy(rounds, (own, bare) => own['a']! / bare['a']!)).toEqual(said),
)

function round(own: number, bare: number): Round {
  return { own: { a: own }, bare: { a: bare } }
}
