import { loadPlayLog } from '../state/plays/play-log.ts'
import { openStorage } from '../state/storage.ts'
import { courseOf } from './home/course.ts'
import { openKeep } from './skills/keep.ts'
import { readSkills, showSkills } from './skills/show-skills.ts'
import { startPage } from './start-page.ts'

startPage()
const listed = readSkills(document)
show()
openKeep(
  listed.map(({ slug }) => slug),
  show,
)
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
  const playsOf = (slug: string) => loadPlayLog(slug, () => localStorage)
  const today = new Date().setHours(24, 0, 0, 0)
  showSkills(courseOf(listed, { savedOf, playsOf }, today), playsOf)
}
