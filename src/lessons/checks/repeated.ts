import type { LessonProblem } from '../schema.ts'
import { code } from '../wording.ts'

/** Items of a list that share what each must have for itself. */
export function repeatedIn<Key extends string>(
  items: readonly Readonly<Record<Key, string>>[],
  key: Key,
  path: LessonProblem['path'],
): LessonProblem[] {
  return repeatedAt(items.map((item, at) => ({ id: item[key], path: [...path, at, key] })))
}

/** The same of items from several places. */
export function repeatedAt(
  items: readonly { readonly id: string; readonly path: LessonProblem['path'] }[],
): LessonProblem[] {
  const ids = items.map(({ id }) => id)
  return items.flatMap(({ id, path }, at) =>
    ids.indexOf(id) < at ? [{ path, message: `${code(id)} is there already: each once.` }] : [],
  )
}
