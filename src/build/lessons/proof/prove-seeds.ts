import { PROVED_SEEDS, seedVariant } from '../../../lab/cast/cast.ts'
import type { LessonFolder } from '../files/folder.ts'
import type { OpenLab } from './player.ts'
import { folderVariant, proveFolder, proveSolution } from './prove-lesson.ts'

export const allSeeds: readonly number[] = Array.from({ length: PROVED_SEEDS }, (_, at) => at + 1)

/**
 * Proves a lesson as seeds have it, with all its plays.
 * @returns A sentence for each thing that is not as it must be.
 */
export async function proveSeeds(
  folder: LessonFolder,
  open: OpenLab,
  seeds: readonly number[],
): Promise<string[]> {
  const failures: string[] = []
  for (const seed of seeds) {
    const made = folderOfSeed(folder, seed)
    const found = made ? (await proveFolder(made, open, 'at once')).failures : []
    failures.push(...found.map((failure) => `The variant \`seed-${seed}\`: ${failure}`))
  }
  return failures
}

/** Plays the solution of one seed: the same each time, and another one than most other lessons'. */
export async function proveSample(folder: LessonFolder, open: OpenLab): Promise<string[]> {
  const seed = 1 + ((folder.lesson.slug.length * 7) % PROVED_SEEDS)
  const made = folderOfSeed(folder, seed)
  const found = made ? await proveSolution(made, open) : []
  return found.map((failure) => `The variant \`seed-${seed}\`: ${failure}`)
}

function folderOfSeed(folder: LessonFolder, seed: number): LessonFolder | undefined {
  const made = seedVariant(folder.lesson, seed)
  if (!made) return undefined
  return folderVariant({ ...folder, lesson: { ...folder.lesson, variants: [made] } }, made.id)
}
