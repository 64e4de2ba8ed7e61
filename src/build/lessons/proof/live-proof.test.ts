import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lessonOf } from './live-proof.ts'

const root = join('/', 'project', 'lessons')

test.each([
  [
    ['04-spf', '01-x', 'lesson.md'],
    ['04-spf', '01-x'],
  ],
  [
    ['04-spf', '01-x', 'attempts', 'a', 'example.org.zone'],
    ['04-spf', '01-x'],
  ],
  [['04-spf', 'module.yaml'], undefined],
  [['worlds', 'small-firm', 'world.yaml'], undefined],
  [['..', 'src', '04-spf', '01-x'], undefined],
])('%s belongs to %s', (path, folder) =>
  expect(lessonOf(root, join(root, ...path))).toBe(folder && join(root, ...folder)),
)
