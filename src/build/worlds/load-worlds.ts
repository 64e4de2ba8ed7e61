import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scenario } from '../../lessons/scenario.ts'
import { LessonError } from '../lessons/files/lesson-error.ts'
import { loadWorld } from './read-world.ts'

/** The worlds that are for people who begin come first; the others follow by name. */
const FIRST = ['first-steps', 'small-firm']

/** The folders of all worlds of a project, in the order in which they are offered. */
export async function worldFolders(root: string): Promise<string[]> {
  const folder = join(root, 'lessons', 'worlds')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  return names
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => join(folder, name))
}

/**
 * Loads every world of a project.
 * @returns Nothing if there is no folder `lessons/worlds`.
 * @throws LessonError that names each file, line and column at fault.
 */
export async function loadWorlds(root: string): Promise<Scenario[]> {
  const results = await Promise.allSettled((await worldFolders(root)).map(loadWorld))
  const problems = results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof LessonError) return result.reason.problems
    throw result.reason
  })
  if (problems.length) throw new LessonError(problems)
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}
