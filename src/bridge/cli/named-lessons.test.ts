import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { namedLesson } from './named-lessons.ts'

const folder = mkdtempSync(join(tmpdir(), 'lessons-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('lessons are found by name, and nothing outside of their folder is', async () => {
  writeFileSync(join(folder, 'speak.json'), '{"slug":"speak"}')
  expect(await namedLesson('speak', ['/nowhere', folder])).toEqual({ slug: 'speak' })
  expect(await namedLesson('listen', [folder])).toBeUndefined()
  expect(await namedLesson('../speak', [join(folder, 'x')])).toBeUndefined()
})
