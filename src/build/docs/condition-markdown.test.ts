import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { format, resolveConfig } from 'prettier'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { conditionSchema } from '../../lessons/goals/index.ts'
import { conditionDocs, conditionReference } from './condition-markdown.ts'

const file = join(import.meta.dirname, '../../../docs/conditions.md')

test('docs/conditions.md matches the conditions: npm run docs:conditions', async () => {
  const style = await resolveConfig(file)
  const written = await format(conditionReference(), { ...style, filepath: file })
  expect(readFileSync(file, 'utf8')).toBe(written)
})

test.each(conditionDocs())('$kind has an example that a lesson may write', ({ kind, example }) => {
  const condition = v.parse(conditionSchema, load(example))
  expect(condition.kind).toBe(kind)
})

test.each(conditionDocs())('each key of $kind has a meaning, in a sentence', ({ keys }) => {
  for (const { key, values, meaning } of keys) {
    expect(values, key).not.toBe('')
    expect(meaning, key).toMatch(/[.…]$/)
  }
})
