import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Lesson } from '../../../lessons/lesson.ts'
import { LessonError } from './lesson-error.ts'
import { readPlay, type Play } from './play.ts'
import { shownPath } from './shown-path.ts'

/** The solution, and other ways that are right too. */
export interface Plays {
  readonly solution: Play
  readonly alternatives: Readonly<Record<string, Play>>
}

/** A play that goes wrong in the way that its hint knows. */
export interface Attempt {
  readonly hint: string
  readonly play: Play
}

/** Fewer would not show that hints distinguish mistakes; where only cards are answered, those speak. */
const MIN_ATTEMPTS = 2

/** Reads the play `solution`, and as alternatives all that are called `solution-<name>`. */
export async function readSolutions(folder: string, lesson: Lesson): Promise<Plays> {
  const names = await playNames(folder)
  const ways = names.filter((name) => name === 'solution' || name.startsWith('solution-'))
  const plays = await Promise.all(
    ways.map(async (name) => [name, await readPlay(join(folder, name), lesson)] as const),
  )
  const { solution, ...others } = Object.fromEntries(plays)
  if (!solution?.length) {
    const file = shownPath(join(folder, lesson.terminal ? 'solution.txt' : 'solution/'))
    throw new LessonError([{ file, message: 'A lesson needs its solution.' }])
  }
  const alternatives = Object.entries(others).flatMap(([name, play]) =>
    play ? [[name.slice('solution-'.length), play] as const] : [],
  )
  return { solution, alternatives: Object.fromEntries(alternatives) }
}

/**
 * Reads the plays of `attempts/`, each named after its hint; every targeted hint has one.
 * @param solution Where that types and edits, there are some.
 */
export async function readAttempts(
  folder: string,
  lesson: Lesson,
  solution: Play,
): Promise<Attempt[]> {
  const inside = join(folder, 'attempts')
  const names = await playNames(inside)
  const attempts = await Promise.all(
    names.map(async (hint) => ({ hint, play: (await readPlay(join(inside, hint), lesson)) ?? [] })),
  )
  const isDone = solution.some(({ kind }) => kind === 'type' || kind === 'edit')
  compareNames(attempts, lesson, inside, isDone ? MIN_ATTEMPTS : 0)
  return attempts
}

/** A play may have a text, a folder of zones, or both. */
async function playNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.flatMap((entry) =>
    entry.isDirectory()
      ? entry.name
      : entry.name.endsWith('.txt')
        ? basename(entry.name, '.txt')
        : [],
  )
  return [...new Set(names)].toSorted()
}

function compareNames(
  attempts: readonly Attempt[],
  { hints }: Lesson,
  folder: string,
  fewest: number,
): void {
  const file = shownPath(folder)
  const names = attempts.map(({ hint }) => hint)
  const strangers = names.filter((name) => !hints.some(({ id }) => id === name))
  const missing = hints.filter(({ id }) => !names.includes(id))
  const problems = [
    ...strangers.map((name) => ({
      file: `${file}/${name}`,
      message: 'No targeted hint has this name.',
    })),
    ...missing.map(({ id }) => ({
      file,
      message: `The targeted hint \`${id}\` has no attempt that earns it.`,
    })),
  ]
  if (attempts.length < fewest)
    problems.push({ file, message: `Write at least ${fewest} wrong attempts.` })
  if (problems.length) throw new LessonError(problems)
}
