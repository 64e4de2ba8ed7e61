import type { Lesson } from '../../../lessons/lesson.ts'
import type { FileProblem } from '../files/lesson-error.ts'
import { fileOf } from './file-of.ts'

/** Links of a lesson's prose that lead nowhere: to no lesson, no rule, no section of an RFC. */
export function brokenLinks(lesson: Lesson, lessons: readonly Lesson[]): FileProblem[] {
  const prose = lesson.steps.flatMap(({ html, after }) => [html, after])
  const all = [...prose, lesson.debrief, lesson.notes].join('\n')
  const targets = [...all.matchAll(/<a href="([^"]*)"/g)].map(([, target]) => target!)
  return targets.flatMap((target) =>
    isReachable(target, lessons)
      ? []
      : { file: fileOf(lesson), message: `The link to \`${target}\` leads nowhere.` },
  )
}

/** Pages of lessons stand beside each other: `../speak-smtp/`. */
function isReachable(target: string, lessons: readonly Lesson[]): boolean {
  if (/^https:\/\/(www\.)?(rfc-editor|iana)\.org\//.test(target)) return true
  if (/^\.\.\/\.\.\/(rules|sandbox|live)\//.test(target)) return true
  const [, slug] = /^\.\.\/([a-z0-9-]+)\/(?:#.*)?$/.exec(target) ?? []
  return slug !== undefined && lessons.some((lesson) => lesson.slug === slug)
}
