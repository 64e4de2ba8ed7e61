import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { openLab } from '../../../lessons/open.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import { lessonFolders, loadLessonFolder } from '../load-lessons.ts'
import { proveLesson } from './prove-lesson.ts'

const folders = await lessonFolders(process.cwd())

test('there are lessons', () => expect(folders).not.toEqual([]))

test.each(folders.map((folder) => [basename(folder), folder]))(
  '%s proves itself',
  async (_, folder) => {
    const { failures } = await proveLesson(await loadLessonFolder(folder), (lesson, output) =>
      openLab(lesson, { crypto: webCrypto, lint: lintZones, output }),
    )
    expect(failures).toEqual([])
  },
  30_000,
)
