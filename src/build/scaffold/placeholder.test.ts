import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeholder, placeholdersIn } from './placeholder.ts'

const folders = ['src', 'lessons', 'tests', 'docs', 'public']

const files = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`),
  ),
]

test('nothing that a scaffold left open is left in the project', () => {
  expect(files.length).toBeGreaterThan(1000)
  expect(files.flatMap((path) => placeholdersIn(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('a placeholder is found with its place', () =>
  expect(placeholdersIn('a.ts', `x\n  '${placeholder('State why.')}',\n`)).toEqual([
    `a.ts:2: write what the scaffold left open: '${placeholder('State why.')}',`,
  ]))
