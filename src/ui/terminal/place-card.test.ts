import { expect, test } from 'vitest'
import { placeCard } from './place-card.ts'

const window = { width: 1000, height: 700 }
const card = { width: 300, height: 200 }

test.each([
  ['below its word', { left: 50, top: 100, bottom: 120 }, { left: 50, top: 126 }],
  ['above, near the foot', { left: 50, top: 600, bottom: 620 }, { left: 50, top: 394 }],
  ['within, at the right', { left: 990, top: 100, bottom: 120 }, { left: 694, top: 126 }],
])('a card stands %s', (_, word, place) => expect(placeCard(word, card, window)).toEqual(place))

test('a card that fits nowhere begins at the top', () =>
  expect(
    placeCard(
      { left: 5, top: 90, bottom: 110 },
      { width: 380, height: 196 },
      { width: 390, height: 200 },
    ),
  ).toEqual({ left: 6, top: 6 }))
