import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconsIn, keptIcons, withIcons } from './icons.ts'

const file = 'node_modules/monaco-editor/esm/vs/base/common/codiconsLibrary.js'

test('a list keeps some of its icons', () => {
  const code = "const all = {\n  add: register('add', 1),\n  sub: register('sub', 2),\n};"
  expect(withIcons(code, new Set(['sub']))).toBe(
    "const all = {\n  \n  sub: register('sub', 2),\n};",
  )
  const small = withIcons(readFileSync(file, 'utf8'), keptIcons)
  expect(small).toContain("close: register('close'")
  expect(small).not.toContain('fish4Happy')
})

test('icons are found where they are named', () =>
  expect(iconsIn('draw(Codicon.close, Codicon.arrowUp.id)')).toEqual(['close', 'arrowUp']))
