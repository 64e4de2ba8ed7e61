import { words } from '#words/home'
import { restOf, type Course, type CourseLesson, type ListedLesson } from './course.ts'

/** A lesson with its place on the page. */
export interface ShownLesson extends ListedLesson {
  readonly item: HTMLElement
  readonly title: string
  readonly href: string
  readonly module: HTMLElement
  readonly moduleTitle: string
}

/** The lessons as the page lists them, in order. */
export function readListed(page: Document): ShownLesson[] {
  return [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map((item) => {
    const module = item.closest<HTMLElement>('.module')!
    const link = item.querySelector('a')!
    return {
      ...{ item, module, href: link.href, slug: item.dataset['lesson'] ?? '' },
      minutes: Number(item.dataset['minutes']),
      title: item.querySelector('.name')?.textContent ?? '',
      moduleTitle: module.querySelector('h3')?.textContent ?? '',
    }
  })
}

/** Marks on the map what was begun, done and due, what comes next, and how far each module is. */
export function showCourse(course: Course<ShownLesson>): void {
  const { lessons, next, done, isBegun } = course
  for (const lesson of lessons) mark(lesson, lesson === next && isBegun)
  for (const module of new Set(lessons.map(({ listed }) => listed.module)))
    sumUp(
      module,
      lessons.filter(({ listed }) => listed.module === module),
      next,
    )
  const line = document.querySelector('#progress')
  if (line && done > 0) line.textContent = words.lessonsDone(done, lessons.length)
}

function mark(lesson: CourseLesson<ShownLesson>, isNext: boolean): void {
  const { item } = lesson.listed
  item.dataset['status'] = lesson.status
  if (isNext) item.dataset['next'] = ''
  const text = noteOf(lesson, isNext)
  if (text === undefined) return
  // Within the link, so that its name has the lesson’s state.
  const note = document.createElement('span')
  note.className = 'note'
  note.textContent = text
  item.querySelector('a')?.append(' ', note)
}

function noteOf(lesson: CourseLesson<ShownLesson>, isNext: boolean): string | undefined {
  const { step, of } = restOf(lesson)
  if (lesson.status === 'done') return words.lessonDone
  if (lesson.status === 'due') return words.lessonDue
  if (lesson.status === 'begun') return of > 0 ? words.atStep(step, of) : words.begun
  return isNext ? words.next : undefined
}

/** Of a module: how many are done; and the lesson whose text shows where stamps stand side by side. */
function sumUp(
  module: HTMLElement,
  lessons: readonly CourseLesson<ShownLesson>[],
  next: CourseLesson<ShownLesson> | undefined,
): void {
  const done = lessons.filter(({ status }) => status === 'done' || status === 'due').length
  const sum = module.querySelector('.sum')
  if (sum && done > 0)
    sum.textContent =
      done === lessons.length ? words.moduleDone : words.doneOf(done, lessons.length)
  module.toggleAttribute('data-here', next !== undefined && lessons.includes(next))
  const shown =
    lessons.find((one) => one === next) ??
    lessons.find(({ status }) => status === 'begun' || status === 'untouched') ??
    lessons.find(({ status }) => status === 'due') ??
    lessons[0]
  shown?.listed.item.toggleAttribute('data-shown', true)
}
