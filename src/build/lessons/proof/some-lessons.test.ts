import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { lessonFolders, loadLessonFolder } from '../load-lessons.ts'
import { openProved } from './open-proved.ts'
import { proveLesson } from './prove-lesson.ts'

/** Every tenth: `npm run prove`, which `npm test` runs too, plays them all. */
const folders = (await lessonFolders(process.cwd())).filter((_, at) => at % 10 === 1)

test('there are lessons', () => expect(folders).not.toEqual([]))

test.each(folders.map((folder) => [basename(folder), folder]))(
  '%s proves itself',
  async (_, folder) => {
    const { failures } = await proveLesson(await loadLessonFolder(folder), openProved)
    expect(failures).toEqual([])
  },
  60_000,
)
