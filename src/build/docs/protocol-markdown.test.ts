import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { protocolReference } from './protocol-markdown.ts'

const root = join(import.meta.dirname, '../../..')
const source = readFileSync(join(root, 'src/lab/protocol.ts'), 'utf8')
const file = join(root, 'docs/lab-protocol.md')

test('docs/lab-protocol.md matches the types: npm run docs:lab-protocol', async () => {
  const style = await resolveConfig(file)
  const written = await format(protocolReference(source), { ...style, filepath: file })
  expect(readFileSync(file, 'utf8')).toBe(written)
})

test('every message and every field is described', () => {
  const page = protocolReference(source)
  expect(page.split('\n').filter((line) => /^\| `.*\|\s*\|$/.test(line))).toEqual([])
  expect(page).not.toMatch(/^### .*\n\n\n/m)
})

test('every request and output has its section', () => {
  const kinds = [...source.matchAll(/readonly kind: '(\w+)'/g)].map(([, kind]) => kind!)
  expect(kinds.length).toBeGreaterThan(15)
  for (const kind of kinds) expect(protocolReference(source)).toContain(`### \`${kind}\``)
})
