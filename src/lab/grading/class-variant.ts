import { utf8 } from '../../core/bytes.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { MOST_SEED, seedOf, seedVariant } from '../cast/cast.ts'
import type { Sha256 } from '../record/record.ts'

/** A name or a code as it counts: how it is spaced and capitalized does not. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * The seed that somebody has in a class, from 1 to `MOST_SEED`: of the digest of both.
 * @returns Undefined where the place cannot digest.
 */
export async function seedInClass(
  code: string,
  name: string,
  sha256: Sha256,
): Promise<number | undefined> {
  const both = `helo-world class\n${plainName(code)}\n${plainName(name)}`
  const digest = await sha256(utf8(both))
  if (!digest) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = digest
  return ((((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % MOST_SEED) + 1
}

/**
 * The variant of a lesson that a seed gives: other people, domains and networks; one of the lesson's own where
 * none of these may change.
 * @returns Undefined where the lesson itself is played.
 */
export function variantInClass(lesson: Lesson, seed: number): string | undefined {
  // A lesson that is played as a seed has it among its variants.
  const variants = lesson.variants.filter(({ id }) => seedOf(id) === undefined)
  const made = seedVariant({ ...lesson, variants }, seed)
  return made?.id ?? variants[(seed % (variants.length + 1)) - 1]?.id
}
