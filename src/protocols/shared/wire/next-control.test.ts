import { expect, test } from 'vitest'
import { nextControl } from './next-control.ts'

const text = Uint8Array.from({ length: 40 }, () => 65)

test.each([0, 10, 13])('finds the octet %i wherever it stands', (octet) => {
  for (let place = 0; place < text.length; place++)
    for (let from = 0; from <= text.length; from++) {
      const bytes = text.with(place, octet)
      expect(nextControl(bytes, from, text.length)).toBe(from <= place ? place : text.length)
      if (from <= 20)
        expect(nextControl(bytes, from, 20)).toBe(from <= place && place < 20 ? place : 20)
    }
})

test.each([1, 9, 11, 12, 14, 127, 255])('the octet %i is none of them', (octet) => {
  for (let place = 0; place < text.length; place++)
    expect(nextControl(text.with(place, octet), 0, text.length)).toBe(text.length)
})
