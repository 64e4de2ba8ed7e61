import { isDone } from '../pages/home/course.ts'
import type { LinkedLesson, LoadedCourse } from './load-course.ts'

export interface Neighbours {
  readonly before: LinkedLesson | undefined
  readonly after: LinkedLesson | undefined
}

/** The lessons beside one: on the chosen path if it is on it, else in the course. */
export function neighboursOf(slug: string, { course, path }: LoadedCourse): Neighbours {
  const listed = course.lessons.map((one) => one.listed)
  const onPath = (path?.lessons ?? []).flatMap((id) => listed.find((one) => one.slug === id) ?? [])
  const row = onPath.some((one) => one.slug === slug) ? onPath : listed
  const at = row.findIndex((one) => one.slug === slug)
  return { before: at > 0 ? row[at - 1] : undefined, after: at < 0 ? undefined : row[at + 1] }
}

/**
 * Where a path leads on from a lesson: to its next lesson that is not done, the ones after this one first.
 * @returns Undefined where no path was chosen; `end` where all of it is done but this.
 */
export function nextOnPath(
  slug: string,
  { course, path }: LoadedCourse,
): LinkedLesson | 'end' | undefined {
  if (!path) return undefined
  const at = path.lessons.indexOf(slug)
  const order = [...path.lessons.slice(at + 1), ...path.lessons.slice(0, Math.max(0, at))]
  const open = order.flatMap((id) => {
    const lesson = course.lessons.find(({ listed }) => listed.slug === id)
    return lesson && !isDone(lesson) ? [lesson.listed] : []
  })
  return open[0] ?? 'end'
}
