import { expect, test } from 'vitest'
import { causes, isCause } from './causes.ts'

test('every cause has a name in lowercase, and says what it is', () => {
  for (const [name, { about }] of Object.entries(causes)) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(about).not.toBe('')
  }
})

test.each([
  ['no-dot', true],
  ['no-dots', false],
  ['toString', false],
])('%s is a cause: %o', (name, is) => expect(isCause(name)).toBe(is))
