import { groupBy } from '../../core/group-by.ts'
import { variantCount } from '../../lab/cast/cast.ts'
import type { Card } from '../../lessons/cards/card.ts'
import type { CastLimits, LessonTerminal, PanelName, TermSwitch } from '../../lessons/lesson.ts'
import type { DocumentSpec } from '../../world/spec.ts'
import type { Greeting } from '../../shell/greeting.ts'
import { escapeHtml } from './template.ts'
import type { SiteWords } from './words/load-words.ts'

type CourseWords = SiteWords['course']

/** What a page of the site shows of a lesson: a part of what a lesson's folder gives. */
export interface LessonPage {
  readonly slug: string
  /** Of its texts; English where absent. */
  readonly language?: string
  readonly title: string
  readonly objective: string
  readonly minutes: number
  /** Rises when work on an earlier one can't be done again. */
  readonly edition: number
  readonly variants: readonly { readonly id: string }[]
  readonly cast?: CastLimits
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
  readonly terms?: TermSwitch
  readonly goals: readonly { readonly text: string }[]
  readonly card?: Card
  readonly ladder?: readonly string[]
}

interface PageZone {
  readonly origin: string
  readonly text: string
  readonly editable: boolean
}

/** A course of more lessons than this names each in one line, without what it is for. */
const WITH_OBJECTIVES = 15

/** The course: a sheet a module that folds, in it a line a lesson, as lists that need no script. */
export function lessonList(lessons: readonly LessonPage[], words: CourseWords): string {
  const look = lessons.length > WITH_OBJECTIVES ? 'lines' : 'rows'
  const modules = modulesOf(lessons).map((one) => moduleItem(one, look, words))
  return `<ol class="modules" data-look="${look}">${modules.join('')}</ol>`
}

/** For an element with a lesson's texts in it; the page takes it off where it is in that language itself. */
export const langOf = ({ language = 'en' }: Pick<LessonPage, 'language'>): string =>
  ` lang="${escapeHtml(language)}"`

/** The lessons of each module, in order. */
export const modulesOf = (lessons: readonly LessonPage[]): (readonly LessonPage[])[] => [
  ...groupBy(lessons, ({ module }) => module.slug).values(),
]

function moduleItem(
  lessons: readonly LessonPage[],
  look: 'lines' | 'rows',
  words: CourseWords,
): string {
  const { slug, title } = lessons[0]!.module
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    `<li class="module" id="${escapeHtml(slug)}"><details open>` +
    `<summary><h3>${escapeHtml(title)}</h3>` +
    `<span class="sum">${escapeHtml(words.minutes(minutes))}</span></summary>` +
    `<ol class="lessons">${lessons.map((lesson, at) => lessonItem(lesson, at, look, words)).join('')}</ol></details></li>`
  )
}

function lessonItem(
  lesson: LessonPage,
  index: number,
  look: 'lines' | 'rows',
  words: CourseWords,
): string {
  const { slug, title, objective, minutes } = lesson
  const lang = langOf(lesson)
  return (
    `<li class="lesson" data-lesson="${escapeHtml(slug)}" data-minutes="${minutes}" data-variants="${variantCount(lesson)}">` +
    `<a href="lessons/${encodeURIComponent(slug)}/">` +
    `<span class="stamp" aria-hidden="true">${index + 1}</span>` +
    `<span class="name"${lang}>${escapeHtml(title)}</span></a>` +
    (look === 'rows' ? `<p${lang}>${escapeHtml(objective)}</p>` : '') +
    `<span class="minutes">${escapeHtml(words.minutes(minutes))}</span></li>`
  )
}

/**
 * Where a lesson stands in the course, for the line above its title.
 * @param isTranslated Whether its texts are in the language of the page.
 */
export function lessonPlace(
  lesson: LessonPage,
  lessons: readonly LessonPage[],
  words: CourseWords,
  isTranslated = true,
): string {
  const number = lessons.indexOf(lesson) + 1
  const crumb = words.crumb(number, lessons.length, lesson.module.title, lesson.minutes)
  return isTranslated ? crumb : `${crumb} · ${words.untranslated}`
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
