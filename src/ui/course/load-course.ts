import type { CourseData, CourseEntry, CoursePath } from '../../lab/course-data.ts'
import { courseOf, type Course, type ListedLesson } from '../pages/home/course.ts'
import { chosenPath } from '../state/chosen-path.ts'
import { loadPlayLog } from '../state/plays/play-log.ts'
import { openStorage } from '../state/storage.ts'

/** A lesson of the course from any page of the site. */
export interface LinkedLesson extends ListedLesson {
  readonly title: string
  readonly language?: string
  readonly href: string
  readonly module: string
}

/** The course as its learner has come along, and the path that was chosen. */
export interface LoadedCourse {
  readonly course: Course<LinkedLesson>
  readonly path: CoursePath | undefined
}

/** The site's root, as the masthead's mark names it. */
export const siteRoot = (): string =>
  document.querySelector<HTMLAnchorElement>('.masthead .mark')?.href ?? document.baseURI

let data: Promise<CourseData> | undefined

/** Rejects where the list of lessons cannot be fetched; it may be asked for again. */
export async function loadCourse(root = siteRoot()): Promise<LoadedCourse> {
  data ??= fetchData(root)
  try {
    return loadedOf(await data, root)
  } catch (error) {
    data = undefined
    throw error
  }
}

async function fetchData(root: string): Promise<CourseData> {
  const answer = await fetch(new URL('course.json', root))
  if (!answer.ok) throw new Error(`course.json: ${answer.status}`)
  return (await answer.json()) as CourseData
}

function loadedOf({ modules, paths }: CourseData, root: string): LoadedCourse {
  const link = (entry: CourseEntry, module: string): LinkedLesson => ({
    ...entry,
    module,
    href: new URL(`lessons/${entry.slug}/`, root).href,
  })
  const listed = modules.flatMap(({ title, lessons }) => lessons.map((one) => link(one, title)))
  const id = chosenPath(() => localStorage)
  const path = paths.find((one) => one.id === id)
  const storage = openStorage(() => localStorage)
  const stored = {
    savedOf: (slug: string) => {
      const read = storage.read(slug)
      return read.kind === 'saved' ? read.saved : undefined
    },
    playsOf: (slug: string) => loadPlayLog(slug, () => localStorage),
    ...(path && { path: path.lessons }),
  }
  return { course: courseOf(listed, stored, new Date().setHours(24, 0, 0, 0)), path }
}
