import { seedOf, seedVariant } from '../../lab/cast/cast.ts'
import type { Lesson } from '../../lab/types.ts'

/**
 * The variant to play next: one of the lesson's own that was not seen yet, then one from a seed that was
 * not; where no seed changes anything, its own come round again.
 * @param lesson As its page carries it.
 * @param current The one that is played now.
 * @param seen All that were begun at some time.
 * @returns Undefined where the lesson has none, and none can be made.
 */
export function nextVariant(
  lesson: Lesson,
  current: string | undefined,
  seen: readonly string[],
): string | undefined {
  const own = lesson.variants.map(({ id }) => id)
  const known = new Set([...seen, ...(current === undefined ? [] : [current])])
  const unseen = own.find((id) => !known.has(id))
  if (unseen !== undefined) return unseen
  const seed = 1 + Math.max(0, ...[...known].map((id) => seedOf(id) ?? 0))
  if (seedVariant(lesson, seed)) return `seed-${seed}`
  return own[(own.indexOf(current ?? '') + 1) % own.length]
}
