import { expect, test } from 'vitest'
import { asksToFind } from './find-key.ts'

const press = (keys: string) => ({
  key: keys.at(-1)!,
  ctrlKey: keys.includes('Ctrl'),
  metaKey: keys.includes('Meta'),
  altKey: keys.includes('Alt'),
  shiftKey: keys.includes('Shift'),
})

test.each([
  ['Ctrl k', 'pc', 'page', true],
  ['Ctrl K', 'pc', 'page', true],
  ['Ctrl k', 'pc', 'terminal', false],
  ['Meta k', 'pc', 'page', false],
  ['Ctrl Alt k', 'pc', 'page', false],
  ['Ctrl Shift k', 'pc', 'page', false],
  ['Ctrl j', 'pc', 'page', false],
  ['k', 'pc', 'page', false],
  ['Meta k', 'mac', 'page', true],
  ['Meta k', 'mac', 'terminal', true],
  ['Ctrl k', 'mac', 'page', false],
])('%s on a %s, in a %s: %s', (keys, machine, place, asks) =>
  expect(asksToFind(press(keys), machine === 'mac', place === 'terminal')).toBe(asks),
)
