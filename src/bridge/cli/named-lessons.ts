import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lesson } from '../../lessons/lesson.ts'
import { BUILT_SITE } from '../serve/built-site.ts'

/** Where lessons are as data: in the package, and in the built playground. */
const FOLDERS = [join(import.meta.dirname, '../../course'), join(BUILT_SITE, 'lessons')]

/** @returns The lesson of a name as it was built; undefined where there is none. */
export async function namedLesson(
  slug: string,
  folders: readonly string[] = FOLDERS,
): Promise<Lesson | undefined> {
  if (!/^[a-z0-9-]+$/.test(slug)) return undefined
  for (const folder of folders) {
    const text = await readFile(join(folder, `${slug}.json`), 'utf8').catch(() => undefined)
    if (text !== undefined) return JSON.parse(text) as Lesson
  }
  return undefined
}
