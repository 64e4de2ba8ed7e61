import { words } from '#words/course-drawer'
import { chosenPath } from '../state/chosen-path.ts'
import { loadCourse, siteRoot } from './load-course.ts'
import { nextOnPath } from './neighbours.ts'

/** Where the chosen path leads on from a lesson; undefined where none was chosen. */
export async function leadOn(
  slug: string,
): Promise<{ readonly href: string; readonly title: string } | undefined> {
  if (chosenPath(() => localStorage) === undefined) return undefined
  const next = nextOnPath(slug, await loadCourse())
  if (next === 'end') return { href: new URL('skills/', siteRoot()).href, title: words.pathDone }
  return next && { href: next.href, title: words.next(next.title) }
}
