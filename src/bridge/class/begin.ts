import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CourseData, CourseEntry, CoursePath } from '../../lab/course-data.ts'
import { UsageError } from '../../cli/usage-error.ts'

/** What a class begins with. */
export interface Beginning {
  readonly lesson: Pick<CourseEntry, 'slug' | 'title'>
  readonly path?: CoursePath
}

/**
 * Finds what a class begins with: a lesson, the first of a path, or else the first of the course.
 * @param site Folder of the built site.
 * @throws {UsageError} where there is none of that name.
 */
export async function readBeginning(
  site: string,
  lesson: string | undefined,
  path: string | undefined,
): Promise<Beginning> {
  const course = await readCourse(site)
  const lessons = course.modules.flatMap((module) => module.lessons)
  const chosen = path === undefined ? undefined : pathNamed(path, course.paths)
  const slug = lesson ?? chosen?.lessons[0] ?? lessons[0]?.slug
  const found = lessons.find((one) => one.slug === slug)
  if (!found)
    throw new UsageError(
      `There is no lesson \`${slug}\`. There are ${lessons.map((one) => one.slug).join(', ')}.`,
    )
  return { lesson: found, ...(chosen && { path: chosen }) }
}

function pathNamed(name: string, paths: readonly CoursePath[]): CoursePath {
  const found = paths.find(({ id }) => id === name)
  if (found) return found
  throw new UsageError(
    `There is no path \`${name}\`. There are ${paths.map(({ id }) => id).join(', ')}.`,
  )
}

async function readCourse(site: string): Promise<CourseData> {
  try {
    return JSON.parse(await readFile(join(site, 'course.json'), 'utf8')) as CourseData
  } catch {
    throw new UsageError(`\`${site}\` has no course.json: build the playground anew.`, 'file')
  }
}
