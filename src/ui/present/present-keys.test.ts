import { describe, expect, test } from 'vitest'
import { actOf, asksToPresent, isAct } from './present-keys.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false }

test.each([
  ['2', { do: 'show', slot: 'doing' }],
  ['ArrowRight', { do: 'forward' }],
  ['PageDown', { do: 'forward' }],
  ['S', { do: 'spotlight' }],
  ['s', { do: 'spotlight' }],
  ['Escape', { do: 'leave' }],
  ['x', undefined],
  ['constructor', undefined],
])('before a hall %s asks for %o', (key, act) => expect(actOf({ ...plain, key })).toEqual(act))

test('with Ctrl, Alt or ⌘ a key is the browser’s', () => {
  expect(actOf({ ...plain, key: 's', ctrlKey: true })).toBeUndefined()
  expect(asksToPresent({ ...plain, key: 'P', metaKey: true }, false)).toBe(false)
})

describe('the key that begins it', () => {
  test('is P, small too where no terminal takes it', () => {
    expect(asksToPresent({ ...plain, key: 'P' }, true)).toBe(true)
    expect(asksToPresent({ ...plain, key: 'p' }, true)).toBe(false)
    expect(asksToPresent({ ...plain, key: 'p' }, false)).toBe(true)
  })
})

test.each([
  [{ do: 'forward' }, true],
  [{ do: 'show', slot: 'step' }, true],
  [{ do: 'show', slot: 'else' }, false],
  [{ do: 'toString' }, false],
  [null, false],
  ['forward', false],
])('%o comes from another window: %o', (value, is) => expect(isAct(value)).toBe(is))
