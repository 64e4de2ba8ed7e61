import { expect, test } from 'vitest'
import { withPlainEnums } from './enums.ts'
import { exportsOf } from './exports-of.ts'
import { withPlainTexts } from './plain-texts.ts'
import { withSharedHelpers } from './shared-helpers.ts'
import { withUsedApi } from './used-api.ts'
import { withoutDeclarations } from './without-declarations.ts'
import { withoutDescriptions } from './without-descriptions.ts'

test.each([
  ['export { a, b as c }; const a = 1, b = 2', ['a', 'c']],
  ['export default 1', ['default']],
  ["export * from './other.js'", ['*']],
])('%s exports %o', (code, names) => expect(exportsOf(code)).toEqual(names))

test.each([
  ['a setting', "x({ description: localize(1, 'Says it'), a })", 'x({  a })'],
  ['all of its values', "x({ enumDescriptions: [localize(1, 'a')] })", 'x({  })'],
  ['a command', 'x({ description: `Moves there` })', 'x({  })'],
  ['a name', "x({ description: 'word-mark' })", "x({ description: 'word-mark' })"],
  ['a colour', "registerColor('a', b, localize(1, 'A'))", "registerColor('a', b, '')"],
  [
    'a key',
    "new RawContextKey('a', 1, nls(localize(1, 'A')))",
    "new RawContextKey('a', 1, nls(''))",
  ],
  ['what is read', "x({ label: localize(1, 'Cut') })", "x({ label: localize(1, 'Cut') })"],
])('%s: what only describes is left out', (_, code, left) =>
  expect(withoutDescriptions(code)).toBe(left),
)

test('a class is left out of its module', () => {
  const code = 'class A {}\nfunction b() {}\nclass C { e() { function f() {} } }\nconst d = 1'
  expect(withoutDeclarations('a.js', code, ['A', 'b', 'd', 'f'], (name) => `<${name}>`)).toBe(
    '<A>\n<b>\nclass C { e() { <f> } }\n<d>',
  )
})

test.each([
  [
    'var A;\n(function (A) { A[A["b"] = 0] = "b"; A["c"] = "d"; })(A || (A = {}));\nA',
    'var A = /* @__PURE__ */ (function (A) { A[A["b"] = 0] = "b"; A["c"] = "d"; return A })({});\nA',
  ],
  ['var A;\n(function (A) { A["b"] = make() })(A || (A = {}));', undefined],
  ['var A;\n(function (A) { A.b = 1 })(A || (A = {}));', undefined],
  ['var A = 1;\n(function (A) { A["b"] = 1 })(A || (A = {}));', undefined],
])('an enumeration that is never read can be dropped: %s', (code, plain) =>
  expect(withPlainEnums(code)).toBe(plain ?? code),
)

test.each([
  ['function createMonacoAPI() { return { a: b, c: d } }', ['a'], 'a: b,'],
  ['function createOther() { return { a: b, c: d } }', [], 'a: b, c: d'],
  ['(function (A) { A[A["b"] = 0] = "b"; A[A["c"] = 1] = "c" })()', ['b'], 'A[A["b"] = 0] = "b";'],
])('%s: what the code around names stays', (code, names, left) =>
  expect(
    withUsedApi(code, new Set(names))
      .replace(/^[^]*\{ (?=[aA]|$)/, '')
      .replace(/[ })(]+$/, ''),
  ).toBe(left),
)

test.each([
  ["localize(1, 'Cut')", "'Cut'"],
  ["localize('cut', 'Cut')", "'Cut'"],
  ["localize(1, '{0} cut', a)", "localize('{0} cut', a)"],
  ["localize2(1, 'Cut')", "localize2('Cut')"],
  ['localize(1, cut)', 'localize(cut)'],
  ['function localize(a, b) {}', 'function localize(a, b) {}'],
])('%s is without its number', (code, plain) => expect(withPlainTexts(code)).toBe(plain))

test('helpers of decorators come from one file', () => {
  const helper =
    'var __param = (undefined && undefined.__param) || function (a, b) {\n    return a;\n};\n'
  expect(withSharedHelpers(`first();\n${helper}last();`, '/x.ts')).toBe(
    'import { __param } from "/x.ts"\nfirst();\nlast();',
  )
  expect(withSharedHelpers('first();', '/x.ts')).toBe('first();')
})
