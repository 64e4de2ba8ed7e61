import { expect, test } from 'vitest'
import { conditionKinds } from '../../lessons/goals/index.ts'
import { lessonFileSchema, schemaFiles } from './lesson-schema.ts'

test('both files are JSON', () => {
  for (const text of Object.values(schemaFiles()))
    expect(JSON.parse(text)).toMatchObject({ type: 'object' })
})

test('it knows each kind of condition and card, and a condition holds others', () => {
  const text = JSON.stringify(lessonFileSchema())
  for (const { kind } of conditionKinds) expect(text).toContain(`{"kind":{"const":"${kind}"}`)
  for (const kind of ['predict', 'grid', 'order', 'sort', 'pick', 'mark'])
    expect(text).toContain(`"kind":{"const":"${kind}"}`)
  expect(text).toContain('{"$ref":"#/$defs/condition"}')
})
