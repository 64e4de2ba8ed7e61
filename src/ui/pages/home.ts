import { placeThemeSwitch } from '../kit/theme.ts'
import { openStorage } from '../state/storage.ts'
import { courseOf } from './home/course.ts'
import { showCourse, readListed } from './home/show-course.ts'
import { showDue, showNext } from './home/show-next.ts'
import { openTryLine } from './home/try-line.ts'

placeThemeSwitch(document.querySelector('#theme'))
show()
// A page that the browser kept shows what was done since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

function show(): void {
  const storage = openStorage(() => localStorage)
  const savedOf = (slug: string) => {
    const read = storage.read(slug)
    return read.kind === 'saved' ? read.saved : undefined
  }
  const course = courseOf(readListed(document), savedOf, new Date().setHours(24, 0, 0, 0))
  document.documentElement.toggleAttribute('data-returning', course.isBegun)
  showCourse(course)
  if (course.isBegun) showNext(course)
  showDue(course)
  const form = document.querySelector<HTMLFormElement>('#try')
  if (form && !course.isBegun) openTryLine(form)
}
