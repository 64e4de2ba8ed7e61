import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadLessonFolder } from '../load-lessons.ts'
import { layLesson, translated } from '../testing/lay-lesson.ts'
import { translateLesson } from './translate-lesson.ts'
import { writeTitles, writeTranslation } from './write-translation.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'translation-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')
const swap = (folder: string, name: string, from: string, to: string) =>
  writeFileSync(join(folder, name), read(folder, name).replace(from, to))

const staleOf = async (folder: string) =>
  (await translateLesson(folder, await loadLessonFolder(folder), 'de'))?.stale

test('a skeleton has each text below its English, and the English page to write over', async () => {
  const folder = layLesson(root, { 'lesson.de.md': undefined, 'lesson.de.yaml': undefined })
  const { missing } = await writeTranslation(folder, 'de')
  expect(missing).toContain('steps.publish.card.wrong.0')
  expect(missing).toContain('steps.publish.after')
  const data = read(folder, 'lesson.de.yaml')
  expect(data).toContain("      # en: The server passes `SPF`.\n      own: ''\n")
  expect(data).toContain('# may be translated: lines.0 keep it please\n')
  expect(data).toContain('# variants, other-name, en: bob: carol, Bob: Carol, shop: yard\n')
  expect(read(folder, 'lesson.de.md')).toMatch(/^---\ntitle: One record\nobjective:[^]*\*\*\*\n/)
  await expect(loadLessonFolder(folder, { language: 'de' })).rejects.toThrow(/It is missing/)
})

test('what is translated stays as it is, and is known to be of the English of now', async () => {
  const folder = layLesson(root)
  expect(await writeTranslation(folder, 'de')).toEqual({ missing: [], stale: [] })
  expect(read(folder, 'lesson.de.yaml')).toBe(translated['lesson.de.yaml'])
  expect(read(folder, 'lesson.de.md')).toBe(translated['lesson.de.md'])
  expect(await staleOf(folder)).toEqual([])
})

test('a text whose English was changed since is older than it, until somebody agrees', async () => {
  const folder = layLesson(root)
  await writeTranslation(folder, 'de')
  swap(folder, 'lesson.yaml', 'Look again.', 'Look closer.')
  swap(folder, 'lesson.md', 'One is enough.', 'One  is enough,\nalways.')
  const stale = ['steps.publish.ladder.1', 'debrief']
  expect(await staleOf(folder)).toEqual(stale)
  expect(await writeTranslation(folder, 'de')).toEqual({ missing: [], stale })
  expect(read(folder, 'lesson.de.yaml')).toContain(
    '      # changed, en: Look closer.\n      - Sieh noch einmal hin.\n',
  )
  await writeTranslation(folder, 'de', true)
  expect(await staleOf(folder)).toEqual([])
  expect(read(folder, 'lesson.de.yaml')).toBe(translated['lesson.de.yaml'])
})

test('English that is only wrapped otherwise is the same', async () => {
  const folder = layLesson(root)
  await writeTranslation(folder, 'de')
  swap(folder, 'lesson.md', 'One is enough.', 'One is\nenough.')
  expect(await staleOf(folder)).toEqual([])
})

test('titles have a file of the same kind', async () => {
  const texts = [{ path: ['title'], text: 'The journey' }]
  expect((await writeTitles(root, 'module', 'fr', texts)).missing).toEqual(['title'])
  expect(read(root, 'module.fr.yaml')).toBe("# en: The journey\ntitle: ''\n")
  swap(root, 'module.fr.yaml', "''", 'Le voyage')
  expect(await writeTitles(root, 'module', 'fr', texts)).toEqual({ missing: [], stale: [] })
  expect(read(root, 'module.fr.yaml')).toBe('title: Le voyage\n')
})
