import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { namedWorld, worldNames } from './named-worlds.ts'

const folder = mkdtempSync(join(tmpdir(), 'worlds-'))
writeFileSync(join(folder, 'small-firm.json'), JSON.stringify({ title: 'x', world: { seed: 7 } }))
writeFileSync(join(folder, 'bank.json'), JSON.stringify({ title: 'y', world: { seed: 8 } }))
writeFileSync(join(folder, 'README.md'), '')
afterAll(() => rmSync(folder, { recursive: true }))

const folders = [join(folder, 'nowhere'), folder, folder]

test('worlds are found by name', async () => {
  expect(await worldNames(folders)).toEqual(['bank', 'small-firm'])
  expect(await namedWorld('small-firm', folders)).toEqual({ seed: 7 })
})

test.each(['nowhere', '../small-firm', 'README', ''])('there is no world `%s`', async (name) =>
  expect(await namedWorld(name, folders)).toBeUndefined(),
)
