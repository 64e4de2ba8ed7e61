import type { LearningPath } from '../lessons/load-paths.ts'
import type { LessonPage } from './lesson-list.ts'
import { escapeHtml } from './template.ts'
import type { SiteWords } from './words/load-words.ts'

/** The paths through the course as buttons, the whole course first; nothing where there are none. */
export function pathList(
  paths: readonly LearningPath[],
  lessons: readonly LessonPage[],
  words: SiteWords['course'],
): string {
  if (paths.length === 0) return ''
  const minutesOf = new Map(lessons.map(({ slug, minutes }) => [slug, minutes]))
  const buttons = paths.map(({ id, title, about, lessons: slugs }) => {
    const minutes = slugs.reduce((sum, slug) => sum + (minutesOf.get(slug) ?? 0), 0)
    return button(id, title, words.path(about, slugs.length, minutes), slugs)
  })
  const all = button('', words.wholeCourse, '', [])
  return `<ul>${[all, ...buttons].join('')}</ul>`
}

const button = (id: string, title: string, about: string, slugs: readonly string[]): string =>
  `<li><button type="button" class="path" data-path="${escapeHtml(id)}" data-lessons="${escapeHtml(slugs.join(' '))}" ` +
  `aria-pressed="${id === ''}"><strong>${escapeHtml(title)}</strong>${about && ` <span>${escapeHtml(about)}</span>`}</button></li>`
