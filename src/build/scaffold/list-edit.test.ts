import { expect, test } from 'vitest'
import { addToExports, addToList } from './list-edit.ts'

const listed = (...names: string[]) =>
  [
    "import type { Rule } from '../rule.ts'",
    ...names.map((name) => `import { ${name} } from './${name}.ts'`),
    '',
    '/** All. */',
    `export const rules: readonly Rule<Subject>[] = [`,
    ...names.map((name) => `  ${name},`),
    ']',
    '',
  ].join('\n')

test.each([
  ['at the start', 'a', ['b', 'd'], ['a', 'b', 'd']],
  ['between', 'c', ['b', 'd'], ['b', 'c', 'd']],
  ['at the end', 'e', ['b', 'd'], ['b', 'd', 'e']],
  ['into an empty list', 'a', [], ['a']],
])('%s', (_, name, before, after) =>
  expect(addToList(listed(...before), name, `${name}.ts`)).toBe(listed(...after)),
)

test('a list in an order of its own grows at its end, before what is spread', () => {
  const text = `import { z } from './z.ts'\n\nexport const x: readonly X[] = [z, a, ...more]\n`
  expect(addToList(text, 'm', 'm.ts')).toBe(
    `import { m } from './m.ts'\nimport { z } from './z.ts'\n\nexport const x: readonly X[] = [\n  z,\n  a,\n  m,\n  ...more,\n]\n`,
  )
})

test('a list with others spread in it grows behind its own', () => {
  const text = `import { a } from './a.ts'\n\nexport const x: readonly X[] = [\n  ...[a, b],\n  c,\n]\n`
  expect(addToList(text, 'm', 'm.ts')).toBe(
    `import { a } from './a.ts'\nimport { m } from './m.ts'\n\nexport const x: readonly X[] = [\n  ...[a, b],\n  c,\n  m,\n]\n`,
  )
})

test('a list that a call sorts grows inside of the call', () => {
  const text = `import { a } from './a.ts'\n\nexport const x: readonly X[] = byCode([\n  ...more(y),\n  a,\n])\n`
  expect(addToList(text, 'm', 'm.ts')).toBe(
    `import { a } from './a.ts'\nimport { m } from './m.ts'\n\nexport const x: readonly X[] = byCode([\n  ...more(y),\n  a,\n  m,\n])\n`,
  )
})

test.each([
  ['at the start', 'a', ['b', 'd'], ['a', 'b', 'd']],
  ['between', 'c', ['b', 'd'], ['b', 'c', 'd']],
  ['at the end', 'e', ['b', 'd'], ['b', 'd', 'e']],
  ['into an empty list', 'a', [], ['a']],
])('a list of exports grows %s', (_, name, before, after) => {
  const exported = (names: readonly string[]): string =>
    names.map((one) => `export { ${one} } from './${one}.ts'\n`).join('')
  expect(addToExports(exported(before), name, `${name}.ts`)).toBe(exported(after))
})

test('a text that is more than exports is no list of them', () =>
  expect(addToExports(`export const x = []\n`, 'm', 'm.ts')).toBeUndefined())

test('a text without a list is left alone', () =>
  expect(addToList(`export const x = [1]`, 'm', 'm.ts')).toBeUndefined())
