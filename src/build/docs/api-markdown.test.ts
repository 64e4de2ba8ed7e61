import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import * as library from '../../index.ts'
import * as sink from '../../sink/sink.ts'
import { apiReference, atHand } from './api-markdown.ts'
import { readApi } from './read-api.ts'

const root = join(import.meta.dirname, '../../..')
const file = join(root, 'docs/api.md')

test('docs/api.md matches the docstrings: npm run docs:api', async () => {
  const style = await resolveConfig(file)
  const written = await format(apiReference(root), { ...style, filepath: file })
  expect(readFileSync(file, 'utf8')).toBe(written)
}, 60_000)

const api = [...readApi(root, 'src/index.ts'), ...readApi(root, 'src/sink/sink.ts')]

test('every value that the modules have is in it', () => {
  const named = api.filter(({ kind }) => kind !== 'type').map(({ name }) => name)
  expect(named.toSorted()).toEqual([...Object.keys(library), ...Object.keys(sink)].toSorted())
})

test('every function and value has a docstring', () =>
  expect(api.flatMap(({ name, kind, about }) => (kind !== 'type' && !about ? [name] : []))).toEqual(
    [],
  ))

const examples = api.flatMap(({ name, examples }) => examples.map((code) => ({ name, code })))

describe('the example of', () => {
  test.each(examples)('$name runs', async ({ code }) => {
    const names = Object.keys({ ...library, ...sink }).join(', ')
    const body = code.replace(/^import .*$/gm, '')
    // What it declares itself takes the place of what is at hand.
    const run = runInThisContext(
      `(async (all, console) => { const { ${names} } = all; ${atHand}\n{ ${body}\n} })`,
    ) as (all: object, console: object) => Promise<void>
    await run({ ...library, ...sink }, { log: () => undefined })
  })
})
