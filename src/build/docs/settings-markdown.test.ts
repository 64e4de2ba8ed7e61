import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { allSettings } from '../../world/settings/all-settings.ts'
import { settingsReference } from './settings-markdown.ts'

const file = join(import.meta.dirname, '../../../docs/settings.md')

test('docs/settings.md matches the settings: npm run docs:settings', async () => {
  const style = await resolveConfig(file)
  const written = await format(settingsReference(), { ...style, filepath: file })
  expect(readFileSync(file, 'utf8')).toBe(written)
})

test('each setting has a name of its own, and a sentence', () => {
  const names = allSettings.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, about } of allSettings) {
    expect(name).toMatch(/^[a-z]+3?(_[a-z]+)*$/)
    expect(about, name).toMatch(/\.$/)
  }
})
