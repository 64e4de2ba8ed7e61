import type { PanelName } from '../../lessons/lesson.ts'
import { escapeHtml } from './template.ts'

/** What a page of the site shows of a lesson: a part of what a lesson's folder gives. */
export interface LessonPage {
  readonly slug: string
  readonly title: string
  readonly objective: string
  readonly minutes: number
  readonly module: { readonly number: number; readonly slug: string; readonly title: string }
  /** The prose, as HTML. */
  readonly html: string
  /** What is shown when every goal is met, as HTML. */
  readonly debrief: string
  readonly panels: readonly PanelName[]
  readonly world: { readonly zones: readonly PageZone[] }
  readonly goals: readonly { readonly text: string }[]
  /** The host its terminal stands on. */
  readonly terminal?: { readonly host: string; readonly suggestions: readonly string[] }
}

interface PageZone {
  readonly origin: string
  readonly text: string
  readonly editable: boolean
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

/** Where a lesson stands in the course, for the line above its title. */
export function lessonPlace(lesson: LessonPage, lessons: readonly LessonPage[]): string {
  const number = lessons.indexOf(lesson) + 1
  return escapeHtml(
    `Lesson ${number} of ${lessons.length} · ${lesson.module.title} · ${lesson.minutes} min`,
  )
}

/** The way on: to the lesson after this one, or from the last one back to them all. */
export function nextLink(lesson: LessonPage, lessons: readonly LessonPage[]): string {
  const next = lessons[lessons.indexOf(lesson) + 1]
  if (!next) return '<a class="next" rel="next" href="../../#lessons">All lessons</a>'
  const { slug, title } = next
  return `<a class="next" rel="next" href="../${encodeURIComponent(slug)}/">Next: ${escapeHtml(title)}</a>`
}

/** The address of the first lesson, from the site's root. */
export function firstLesson([first]: readonly LessonPage[]): string {
  return first ? `lessons/${encodeURIComponent(first.slug)}/` : '#lessons'
}
