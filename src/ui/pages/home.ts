import { loadPlayLog } from '../state/plays/play-log.ts'
import { openStorage } from '../state/storage.ts'
import { courseOf } from './home/course.ts'
import { currentPath, offerPaths } from './home/paths.ts'
import { foldModules, readListed, showCourse } from './home/show-course.ts'
import { showDue, showNext } from './home/show-next.ts'
import { openTryLine } from './home/try-line.ts'
import { startPage } from './start-page.ts'

startPage()
const listed = readListed(document)
const course = show()
if (matchMedia('(max-width: 44rem)').matches) foldModules(course)
const form = document.querySelector<HTMLFormElement>('#try')
if (form && !course.isBegun) openTryLine(form)
offerPaths(show)
// A page that the browser kept shows what was done since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

function show() {
  const storage = openStorage(() => localStorage)
  const savedOf = (slug: string) => {
    const read = storage.read(slug)
    return read.kind === 'saved' ? read.saved : undefined
  }
  const playsOf = (slug: string) => loadPlayLog(slug, () => localStorage)
  const path = currentPath()
  const stored = { savedOf, playsOf, ...(path && { path: path.slugs }) }
  const course = courseOf(listed, stored, new Date().setHours(24, 0, 0, 0))
  document.documentElement.toggleAttribute('data-returning', course.isBegun)
  showCourse(course)
  if (course.isBegun || path) showNext(course, path?.title)
  showDue(course)
  return course
}
