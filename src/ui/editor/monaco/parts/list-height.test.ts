import { expect, test } from 'vitest'
import { heightFor } from './list-height.ts'

const room = { rows: 48, row: 24, top: 100, container: 500, window: 800 }

test.each([
  ['as its rows', {}, 48],
  ['as the room below', { rows: 600 }, 390],
  ['as three rows where there is none', { rows: 600, top: 490 }, 72],
  ['as most of the window before it is seen', { rows: 600, top: 0 }, 480],
  ['never as all of it', { rows: 900, container: 2000 }, 480],
])('a list is as high %s', (_, what, height) =>
  expect(heightFor({ ...room, ...what })).toBe(height),
)
