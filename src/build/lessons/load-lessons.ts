import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lesson } from '../../lessons/lesson.ts'
import { LessonError, type FileProblem } from './files/lesson-error.ts'
import { loadLessonFolder, type LessonFolder, type LoadOptions } from './files/folder.ts'
import { readModule } from './files/module.ts'

export { LessonError } from './files/lesson-error.ts'
export { loadLessonFolder, type LessonFolder, type LoadOptions } from './files/folder.ts'

/**
 * Loads every lesson of a project, sorted by module and number.
 * @param root The project's root; lessons stand in `lessons/NN-module/NN-slug/`.
 * @returns Nothing if there is no such folder. In another language each lesson says by its `language` whether it is
 * translated; those that are not are in English.
 * @throws LessonFault that names each file, line and key at fault.
 */
export async function loadLessons(root: string, options: LoadOptions = {}): Promise<Lesson[]> {
  const folders = await lessonFolders(root)
  const results: PromiseSettledResult<LessonFolder>[] = []
  for (let at = 0; at < folders.length; at += AT_ONCE) {
    const some = folders.slice(at, at + AT_ONCE)
    results.push(...(await Promise.allSettled(some.map((one) => loadLessonFolder(one, options)))))
  }
  const problems = results.flatMap((result) => problemsOf(result))
  const lessons = results.flatMap((result) =>
    result.status === 'fulfilled' ? [result.value.lesson] : [],
  )
  problems.push(...sameSlugs(lessons, folders))
  if (problems.length) throw new LessonError(problems)
  return lessons
}

/** Lessons that are read side by side. Each opens dozens of files, and a process may have 1024 open as a rule. */
const AT_ONCE = 8

/** The folders of all lessons, in order. */
export async function lessonFolders(root: string): Promise<string[]> {
  const modules = await numbered(join(root, 'lessons'))
  const inside = await Promise.all(
    modules.map(async (module) => {
      await readModule(module)
      return numbered(module)
    }),
  )
  return inside.flat()
}

async function numbered(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && /^\d+-/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

function problemsOf(result: PromiseSettledResult<unknown>): FileProblem[] {
  if (result.status === 'fulfilled') return []
  if (result.reason instanceof LessonError) return [...result.reason.problems]
  throw result.reason
}

/** The slug is the lesson's address: two lessons cannot share one. */
function sameSlugs(lessons: readonly Lesson[], folders: readonly string[]): FileProblem[] {
  const slugs = lessons.map(({ slug }) => slug)
  return slugs.flatMap((slug, at) =>
    slugs.indexOf(slug) < at
      ? [
          {
            file: folders.find((folder) => folder.endsWith(`-${slug}`)) ?? slug,
            message: `Two lessons are called \`${slug}\`; the name is part of the address.`,
          },
        ]
      : [],
  )
}
