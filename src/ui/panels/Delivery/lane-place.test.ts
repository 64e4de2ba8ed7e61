import { expect, test } from 'vitest'
import type { DeliveryLane } from '../../../lab/types.ts'
import { placeOf } from './lane-place.ts'

const lanes = ['a', 'dns', 'b', 'x'].map((id): DeliveryLane => ({
  id,
  kind: 'host',
  title: id,
  host: id,
}))

test.each([
  ['a', 'b', { left: 12.5, width: 50, middle: 37.5, room: 75, direction: 'right' }],
  ['b', 'dns', { left: 37.5, width: 25, middle: 50, room: 100, direction: 'left' }],
  ['b', undefined, { left: 62.5, width: 0, middle: 62.5, room: 75, direction: 'none' }],
])('from %s to %s', (from, to, place) =>
  expect(placeOf({ from, ...(to && { to }) }, lanes)).toMatchObject(place),
)
