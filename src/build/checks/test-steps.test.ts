import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseSteps, testSteps } from './test-steps.ts'

test('every step is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  for (const { script } of testSteps) expect(scripts).toHaveProperty([script])
})

test.each([
  [[], testSteps.map(({ name }) => name)],
  [
    ['unit', 'lint'],
    ['lint', 'unit'],
  ],
])('%j runs %j', (names, run) => {
  const steps = chooseSteps(names)
  expect(typeof steps === 'string' ? steps : steps.map(({ name }) => name)).toEqual(run)
})

test('an unknown step is named', () => expect(chooseSteps(['units'])).toContain('"units"'))
