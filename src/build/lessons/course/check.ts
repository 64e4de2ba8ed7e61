import type { Lesson } from '../../../lessons/lesson.ts'
import type { FileProblem } from '../files/lesson-error.ts'
import { fileOf } from './file-of.ts'
import { brokenLinks } from './links.ts'
import { loadPaths, type LearningPath } from '../load-paths.ts'

/** What is wrong between the lessons of a course: needs, paths, links from one to another. */
export async function courseProblems(
  root: string,
  lessons: readonly Lesson[],
): Promise<FileProblem[]> {
  const slugs = lessons.map(({ slug }) => slug)
  const paths = await loadPaths(root, slugs)
  return [
    ...needProblems(lessons),
    ...lessons.flatMap((lesson) => brokenLinks(lesson, lessons)),
    ...pathProblems(paths, lessons),
  ]
}

/** What a lesson needs is taught before it. */
export function needProblems(lessons: readonly Lesson[]): FileProblem[] {
  const slugs = lessons.map(({ slug }) => slug)
  return lessons.flatMap((lesson, at) =>
    (lesson.needs ?? []).flatMap((need) => {
      const found = slugs.indexOf(need)
      if (found >= 0 && found < at) return []
      const what = found < 0 ? 'There is no lesson' : 'Behind this one comes'
      return { file: fileOf(lesson), key: 'needs', message: `${what} \`${need}\`, which it needs.` }
    }),
  )
}

/** A path keeps to its minutes, and what one of its lessons needs comes before it. */
export function pathProblems(
  paths: readonly LearningPath[],
  lessons: readonly Lesson[],
): FileProblem[] {
  return paths.flatMap(({ id, lessons: slugs, atMost }) => {
    const say = (message: string): FileProblem => ({
      ...{ file: 'lessons/paths.yaml', key: id },
      message,
    })
    const found = slugs.map((slug) => lessons.find((lesson) => lesson.slug === slug))
    const minutes = found.reduce((sum, lesson) => sum + (lesson?.minutes ?? 0), 0)
    const each = slugs.flatMap((slug, at) => {
      const taught = slugs.slice(0, at)
      const untaught = (found[at]?.needs ?? []).find((need) => !taught.includes(need))
      if (untaught === undefined) return []
      const why = slugs.includes(untaught) ? 'comes later' : 'the path leaves out'
      return say(`\`${slug}\` needs \`${untaught}\`, which ${why}.`)
    })
    const isLong = atMost !== undefined && minutes > atMost
    return isLong ? [...each, say(`It takes ${minutes} minutes, and ${atMost} is the most.`)] : each
  })
}
