import { variantCount } from '../../lab/cast/cast.ts'
import { langOf, modulesOf, type LessonPage } from './lesson-list.ts'
import { escapeHtml } from './template.ts'
import type { SiteWords } from './words/load-words.ts'

/** What one learns, by module: a line a lesson, which the page's script marks. */
export const skillList = (lessons: readonly LessonPage[], words: SiteWords['course']): string =>
  modulesOf(lessons)
    .map(
      (inside) =>
        `<section class="module"><h2>${escapeHtml(inside[0]!.module.title)}</h2>` +
        `<ul class="skills">${inside.map((lesson) => skillItem(lesson, words)).join('')}</ul></section>`,
    )
    .join('')

function skillItem(lesson: LessonPage, words: SiteWords['course']): string {
  const { slug, title, objective, minutes, edition } = lesson
  const lang = langOf(lesson)
  return (
    `<li class="skill" data-lesson="${escapeHtml(slug)}" data-edition="${edition}" data-variants="${variantCount(lesson)}">` +
    `<p class="can"${lang}>${escapeHtml(objective)}</p>` +
    `<p class="state"></p>` +
    `<p class="lesson"><a href="../lessons/${encodeURIComponent(slug)}/"${lang}>${escapeHtml(title)}</a> ` +
    `<span class="minutes">${escapeHtml(words.minutes(minutes))}</span></p></li>`
  )
}
