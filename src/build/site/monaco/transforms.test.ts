import { expect, test } from 'vitest'
import { exportsOf } from './exports-of.ts'
import { withSharedHelpers } from './shared-helpers.ts'
import { withoutDeclarations } from './without-declarations.ts'
import { withoutDescriptions } from './without-descriptions.ts'

test.each([
  ['export { a, b as c }; const a = 1, b = 2', ['a', 'c']],
  ['export default 1', ['default']],
  ["export * from './other.js'", ['*']],
])('%s exports %o', (code, names) => expect(exportsOf(code)).toEqual(names))

test.each([
  ['a setting', "x({ description: localize(1, 'Says it') })", "x({ description: '' })"],
  [
    'all of its values',
    "x({ enumDescriptions: [localize(1, 'a')] })",
    "x({ enumDescriptions: [''] })",
  ],
  ['a colour', "registerColor('a', b, localize(1, 'A'))", "registerColor('a', b, '')"],
  [
    'a key',
    "new RawContextKey('a', 1, nls(localize(1, 'A')))",
    "new RawContextKey('a', 1, nls(''))",
  ],
  ['what is read', "x({ label: localize(1, 'Cut') })", "x({ label: localize(1, 'Cut') })"],
])('%s: what only describes is empty', (_, code, left) =>
  expect(withoutDescriptions(code)).toBe(left),
)

test('a class is left out of its module', () =>
  expect(withoutDeclarations('a.js', 'class A {}\nfunction b() {}\nclass C {}', ['A', 'b'])).toBe(
    "const A = leftOut('A');\nconst b = leftOut('b');\nclass C {}",
  ))

test('helpers of decorators come from one file', () => {
  const helper =
    'var __param = (undefined && undefined.__param) || function (a, b) {\n    return a;\n};\n'
  expect(withSharedHelpers(`first();\n${helper}last();`, '/x.ts')).toBe(
    'import { __param } from "/x.ts"\nfirst();\nlast();',
  )
  expect(withSharedHelpers('first();', '/x.ts')).toBe('first();')
})
