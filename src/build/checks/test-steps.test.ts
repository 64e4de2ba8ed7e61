import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseSteps, testStages } from './test-steps.ts'

test('every step is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  for (const { script } of testStages.flat()) expect(scripts).toHaveProperty([script])
})

test.each([
  ['none', [], testStages.map((stage) => stage.map(({ name }) => name))],
  ['two of two stages', ['unit', 'lint'], [['lint'], ['unit']]],
  ['two of one stage', ['types', 'lint'], [['lint', 'types']]],
])('naming %s keeps the stages', (_, names, run) => {
  const stages = chooseSteps(names)
  if (typeof stages === 'string') throw new Error(stages)
  expect(stages.map((stage) => stage.map(({ name }) => name))).toEqual(run)
})

test('an unknown step is named', () => expect(chooseSteps(['units'])).toContain('"units"'))
