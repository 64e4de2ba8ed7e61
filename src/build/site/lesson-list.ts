import type { LessonTerminal, PanelName } from '../../lessons/lesson.ts'
import type { DocumentSpec } from '../../world/spec.ts'
import type { Greeting } from '../../shell/greeting.ts'
import { escapeHtml } from './template.ts'
import type { SiteWords } from './words/load-words.ts'

type CourseWords = SiteWords['course']

/** What a page of the site shows of a lesson: a part of what a lesson's folder gives. */
export interface LessonPage {
  readonly slug: string
  readonly title: string
  readonly objective: string
  readonly minutes: number
  readonly module: { readonly number: number; readonly slug: string; readonly title: string }
  /** Its steps, whose prose is HTML. */
  readonly steps: readonly PageStep[]
  /** What is shown when every step is done, as HTML. */
  readonly debrief: string
  /** For presenters, as HTML. */
  readonly notes: string
  readonly hints: readonly { readonly answers: readonly string[] }[]
  readonly panels: readonly PanelName[]
  /** How much of the desk's height the doing takes, in percent. */
  readonly doing: number
  readonly world: {
    readonly zones: readonly PageZone[]
    readonly documents?: readonly DocumentSpec[]
  }
  /** Where its terminal stands. */
  readonly terminal?: LessonTerminal
  /** What the terminal shows at first. */
  readonly greeting?: Greeting
}

interface PageStep {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly after: string
  readonly goals: readonly { readonly text: string }[]
  readonly card?: { readonly ask: string }
}

interface PageZone {
  readonly origin: string
  readonly text: string
  readonly editable: boolean
}

/** A course of more lessons than this shows its stamps side by side, and one lesson's text at a time. */
const SIDE_BY_SIDE = 15

/** The course: a sheet a module, in it a stamp a lesson, as lists that need no script. */
export function lessonList(lessons: readonly LessonPage[], words: CourseWords): string {
  const modules = new Map<string, LessonPage[]>()
  for (const lesson of lessons) {
    const known = modules.get(lesson.module.slug)
    if (known) known.push(lesson)
    else modules.set(lesson.module.slug, [lesson])
  }
  const look = lessons.length > SIDE_BY_SIDE ? 'stamps' : 'rows'
  return `<ol class="modules" data-look="${look}">${[...modules.values()].map((one) => moduleItem(one, words)).join('')}</ol>`
}

function moduleItem(lessons: readonly LessonPage[], words: CourseWords): string {
  const [first] = lessons
  if (first === undefined) return ''
  const { slug, title } = first.module
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    `<li class="module" id="${escapeHtml(slug)}"><h3>${escapeHtml(title)}</h3>` +
    `<span class="sum">${escapeHtml(words.minutes(minutes))}</span>` +
    `<ol class="lessons">${lessons.map((lesson, at) => lessonItem(lesson, at, words)).join('')}</ol></li>`
  )
}

function lessonItem(
  { slug, title, objective, minutes }: LessonPage,
  index: number,
  words: CourseWords,
): string {
  return (
    `<li class="lesson" data-lesson="${escapeHtml(slug)}" data-minutes="${minutes}">` +
    `<a href="lessons/${encodeURIComponent(slug)}/">` +
    `<span class="stamp" aria-hidden="true">${index + 1}</span>` +
    `<span class="name">${escapeHtml(title)}</span></a>` +
    `<p>${escapeHtml(objective)}</p>` +
    `<span class="minutes">${escapeHtml(words.minutes(minutes))}</span></li>`
  )
}

/** Where a lesson stands in the course, for the line above its title. */
export function lessonPlace(
  lesson: LessonPage,
  lessons: readonly LessonPage[],
  words: CourseWords,
): string {
  const number = lessons.indexOf(lesson) + 1
  return words.crumb(number, lessons.length, lesson.module.title, lesson.minutes)
}

/** The way on: to the lesson after this one, or from the last one back to them all. */
export function nextLink(
  lesson: LessonPage,
  lessons: readonly LessonPage[],
  words: CourseWords,
): { readonly href: string; readonly title: string } {
  const next = lessons[lessons.indexOf(lesson) + 1]
  return next
    ? { href: `../${encodeURIComponent(next.slug)}/`, title: words.next(next.title) }
    : { href: '../../#lessons', title: words.allLessons }
}

/** The address of the first lesson, from the site's root. */
export function firstLesson([first]: readonly LessonPage[]): string {
  return first ? `lessons/${encodeURIComponent(first.slug)}/` : '#lessons'
}
