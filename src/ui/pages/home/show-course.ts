import { words } from '#words/home'
import { isDone, restOf, type Course, type CourseLesson, type ListedLesson } from './course.ts'

/** A lesson with its place on the page. */
export interface ShownLesson extends ListedLesson {
  readonly item: HTMLElement
  readonly title: string
  readonly href: string
  readonly module: HTMLElement
  readonly moduleTitle: string
  /** What its stamp and its module’s sum say before anything is done. */
  readonly number: string
  readonly sum: string
}

/** The lessons as the page lists them, in order. */
export function readListed(page: Document): ShownLesson[] {
  return [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map((item) => {
    const module = item.closest<HTMLElement>('.module')!
    const link = item.querySelector('a')!
    const textOf = (within: HTMLElement, part: string) =>
      within.querySelector(part)?.textContent ?? ''
    return {
      ...{ item, module, href: link.href, slug: item.dataset['lesson'] ?? '' },
      minutes: Number(item.dataset['minutes']),
      variants: Number(item.dataset['variants']),
      title: textOf(item, '.name'),
      moduleTitle: textOf(module, 'h3'),
      number: textOf(item, '.stamp'),
      sum: textOf(module, '.sum'),
    }
  })
}

/** Marks on the map what was begun, done and due, what comes next, and how far each module is. */
export function showCourse(course: Course<ShownLesson>): void {
  const { lessons, next, done, isBegun, path } = course
  document.querySelector('.modules')?.toggleAttribute('data-on-path', path !== undefined)
  for (const lesson of lessons)
    mark(lesson, lesson === next && (isBegun || path !== undefined), path?.slugs)
  for (const module of new Set(lessons.map(({ listed }) => listed.module)))
    sumUp(
      module,
      lessons.filter(({ listed }) => listed.module === module),
      next,
    )
  const line = document.querySelector('#progress')
  if (!line) return
  const all = done > 0 ? words.lessonsDone(done, lessons.length) : ''
  line.textContent = path ? words.pathSoFar(path.done, path.slugs.length, path.minutes) : all
}

/** On a small screen one module is open: the one that has the next lesson. */
export function foldModules({ next, lessons }: Course<ShownLesson>): void {
  const here = (next ?? lessons[0])?.listed.module
  for (const module of new Set(lessons.map(({ listed }) => listed.module)))
    module.querySelector('details')?.toggleAttribute('open', module === here)
}

function mark(
  lesson: CourseLesson<ShownLesson>,
  isNext: boolean,
  path: readonly string[] | undefined,
): void {
  const { item, slug, number } = lesson.listed
  const place = path ? path.indexOf(slug) + 1 : 0
  item.dataset['status'] = lesson.status
  item.toggleAttribute('data-next', isNext)
  item.toggleAttribute('data-path', place > 0)
  item.toggleAttribute('data-mastered', lesson.isMastered)
  // On a path the stamps count its lessons.
  item.querySelector('.stamp')!.textContent = path ? (place > 0 ? String(place) : '') : number
  const link = item.querySelector('a')!
  link.querySelector('.note')?.remove()
  const text = noteOf(lesson, isNext)
  const note = document.createElement('span')
  note.className = 'note'
  note.textContent = text ?? ''
  note.toggleAttribute('data-quiet', text === undefined)
  if (place > 0) note.append(hidden(words.onPath(place, path!.length)))
  // Within the link, so that its name has the lesson’s state.
  if (note.textContent) link.append(' ', note)
}

/** What is read out alone: the stamp shows it. */
function hidden(text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'unseen'
  span.textContent = ` ${text}`
  return span
}

function noteOf(lesson: CourseLesson<ShownLesson>, isNext: boolean): string | undefined {
  const { step, of } = restOf(lesson)
  if (lesson.status === 'done') return lesson.isMastered ? words.lessonMastered : words.lessonDone
  if (lesson.status === 'due') return words.lessonDue
  if (lesson.status === 'shown') return words.lessonShown
  if (lesson.status === 'begun') return of > 0 ? words.atStep(step, of) : words.begun
  return isNext ? words.next : undefined
}

/** Of a module: how many are done, and whether the next one is in it. */
function sumUp(
  module: HTMLElement,
  lessons: readonly CourseLesson<ShownLesson>[],
  next: CourseLesson<ShownLesson> | undefined,
): void {
  const done = lessons.filter(isDone).length
  const sum = module.querySelector('.sum')
  const [first] = lessons
  if (sum && first)
    sum.textContent =
      done === 0
        ? first.listed.sum
        : done === lessons.length
          ? words.moduleDone
          : words.doneOf(done, lessons.length)
  module.toggleAttribute('data-here', next !== undefined && lessons.includes(next))
}
