import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { editDistance } from '../../core/text/edit-distance.ts'
import { UsageError } from '../../cli/usage-error.ts'
import type { CourseData } from '../../lab/course-data.ts'
import { descriptionIn } from './pages.ts'
import { outlineOf, type LessonOutline, type OutlinedLesson } from '../../learning/outline.ts'

/** What a package is made of, as the site has it. */
export interface ExportedCourse {
  /** The slug of the lesson, or the id of the path. */
  readonly id: string
  readonly title: string
  readonly about: string
  readonly language: string
  /** Where the site of the language stands, from the site's root: empty, or `de/`. */
  readonly folder: string
  readonly lessons: readonly ExportedLesson[]
}

export interface ExportedLesson {
  readonly outline: LessonOutline
  readonly about: string
  /** Whether it has texts to edit. */
  readonly isEdited: boolean
}

/** A lesson as the site has it as data. */
interface LessonData extends OutlinedLesson {
  readonly panels: readonly string[]
}

/**
 * Finds a lesson, or else a path, by its name.
 * @param site Folder of the built site.
 * @throws {UsageError} where there is none of that name, or the site has no such language.
 */
export async function readCourse(
  site: string,
  name: string,
  language: string,
): Promise<ExportedCourse> {
  const folder = language === 'en' ? '' : `${language}/`
  const course = await json<CourseData>(site, `${folder}course.json`)
  if (!course)
    throw new UsageError(
      folder === ''
        ? `\`${site}\` has no course.json: build the playground anew.`
        : `The playground is not there in \`${language}\`.`,
      'file',
    )
  const slugs = course.modules.flatMap(({ lessons }) => lessons.map(({ slug }) => slug))
  const path = course.paths.find(({ id }) => id === name)
  if (!slugs.includes(name) && !path)
    throw new UsageError(
      absent(
        name,
        slugs,
        course.paths.map(({ id }) => id),
      ),
    )
  const chosen = slugs.includes(name) ? [name] : path!.lessons
  const lessons = await Promise.all(chosen.map((slug) => readLesson(site, folder, slug)))
  const [only] = lessons
  return {
    ...{ id: name, language, folder, lessons },
    title: slugs.includes(name) ? only!.outline.title : path!.title,
    about: slugs.includes(name) ? only!.about : path!.about,
  }
}

async function readLesson(site: string, folder: string, slug: string): Promise<ExportedLesson> {
  const lesson = await json<LessonData>(site, `${folder}lessons/${slug}.json`)
  const page = await text(site, `${folder}lessons/${slug}/index.html`)
  if (!lesson || page === undefined)
    throw new UsageError(`\`${site}\` lacks the lesson \`${slug}\`.`, 'file')
  return {
    outline: outlineOf(lesson),
    about: descriptionIn(page) ?? lesson.title,
    isEdited: lesson.panels.includes('zone'),
  }
}

async function json<Value>(site: string, file: string): Promise<Value | undefined> {
  try {
    return JSON.parse((await text(site, file)) ?? '') as Value
  } catch {
    return undefined
  }
}

const text = (site: string, file: string): Promise<string | undefined> =>
  readFile(join(site, file), 'utf8').catch(() => undefined)

/** How far off a name may be that is offered in its place. */
const NEAR = 4

function absent(name: string, slugs: readonly string[], paths: readonly string[]): string {
  const [nearest] = [...slugs, ...paths]
    .map((one) => ({ one, far: editDistance(one, name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  if (nearest && nearest.far <= NEAR)
    return `There is no lesson or path \`${name}\`. Did you mean \`${nearest.one}\`?`
  return `There is no lesson or path \`${name}\`. The paths are ${paths.join(', ')}; the lessons ${slugs.join(', ')}.`
}
