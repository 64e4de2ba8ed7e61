import { expect, test } from 'vitest'
import { coveredPieces } from './covered-text.ts'

const at = (from: number, to: number) => ({ from, to })

test.each([
  ['abcdef', undefined, 'open:abcdef'],
  [
    'abcdef',
    { own: at(0, 1), fields: [at(2, 3)], body: at(4, 6) },
    'own:a open:b covered:c open:d covered:ef',
  ],
  [
    'abcdef',
    { own: at(3, 4), fields: [at(0, 1), at(1, 3)], body: at(6, 6) },
    'covered:a covered:bc own:d open:ef',
  ],
  ['', { own: at(0, 0), fields: [], body: at(0, 0) }, ''],
])('%j with %o is %s', (source, cover, shown) =>
  expect(
    coveredPieces(source, cover)
      .map(({ text, is }) => `${is}:${text}`)
      .join(' '),
  ).toBe(shown),
)
