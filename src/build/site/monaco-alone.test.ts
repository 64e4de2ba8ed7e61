import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withoutImports } from './monaco-alone.ts'

const file = 'node_modules/monaco-editor/esm/vs/editor/common/diff/externalLinesDiffComputer.js'

test('what the editor would import later is refused, as where it is not installed', async () => {
  const code = withoutImports('import a from "a"\nmyimport(1)\nconst b = import(`c`)')
  expect(code).toMatch(/^import a from "a"\nmyimport\(1\)\nconst b = \(\(name\)/)
  expect(withoutImports(readFileSync(file, 'utf8'))).not.toMatch(/[^\w]import\(/)
})
