import type { Lesson, Variant } from '../lessons/lesson.ts'

/**
 * The lesson as a variant has it: every text of it with the variant's words in their places.
 * @param id A variant's; the lesson itself where there is none of that name.
 */
export function lessonVariant(lesson: Lesson, id: string | undefined): Lesson {
  const variant = lesson.variants.find((one) => one.id === id)
  if (!variant) return lesson
  const { slug, module, variants, ...rest } = lesson
  return { ...(swapIn(rest, swapper(variant)) as typeof rest), slug, module, variants }
}

/**
 * Puts a variant's words into a text. All are swapped at once, so two may change places; a word is
 * whole where no character of a word stands beside it, so that `bob` leaves `bobby` alone.
 */
export function swapper({ swap }: Variant): (text: string) => string {
  const words = Object.keys(swap).toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${words.map(escape).join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  )
  return (text) => text.replace(pattern, (word) => swap[word] ?? word)
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** All texts of a value, keys included: mailboxes and zones are found by theirs. */
export function swapIn(value: unknown, swap: (text: string) => string): unknown {
  if (typeof value === 'string') return swap(value)
  if (Array.isArray(value)) return value.map((one) => swapIn(one, swap))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [swap(key), swapIn(one, swap)]),
  )
}
