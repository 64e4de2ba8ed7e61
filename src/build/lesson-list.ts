import { escapeHtml } from './template.ts'

/** What a page of the site tells of a lesson: a part of what a lesson's folder gives. */
export interface LessonPage {
  readonly slug: string
  readonly title: string
  readonly objective: string
  readonly minutes: number
  readonly module: { readonly number: number; readonly slug: string; readonly title: string }
  /** The prose, as HTML. */
  readonly html: string
}

/** The table of contents: modules in order, in each its lessons, as lists that need no script. */
export function lessonList(lessons: readonly LessonPage[]): string {
  const modules = new Map<string, LessonPage[]>()
  for (const lesson of lessons) {
    const known = modules.get(lesson.module.slug)
    if (known) known.push(lesson)
    else modules.set(lesson.module.slug, [lesson])
  }
  return `<ol class="modules">${[...modules.values()].map(moduleItem).join('')}</ol>`
}

function moduleItem(lessons: readonly LessonPage[]): string {
  const [first] = lessons
  if (first === undefined) return ''
  const { slug, title } = first.module
  return (
    `<li class="module" id="${escapeHtml(slug)}"><h3>${escapeHtml(title)}</h3>` +
    `<ol class="lessons">${lessons.map(lessonItem).join('')}</ol></li>`
  )
}

function lessonItem({ slug, title, objective, minutes }: LessonPage): string {
  return (
    `<li class="lesson" data-lesson="${escapeHtml(slug)}">` +
    `<a href="lessons/${encodeURIComponent(slug)}/">${escapeHtml(title)}</a>` +
    `<p>${escapeHtml(objective)}</p>` +
    `<span class="minutes">${minutes} min</span></li>`
  )
}
