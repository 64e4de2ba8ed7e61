/** Words that are read in a minute. */
const PACE = 180

/** How hard a step's text may be: school years (Flesch–Kincaid). */
export const MAX_GRADE = 8

/**
 * The Flesch–Kincaid grade of a text: school years that it takes to read it with ease. Short texts
 * vary, so that none under 20 words is judged.
 * @param text Plain sentences; code is replaced by one short word.
 */
export function readingGrade(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (words.length < 20) return 0
  const sentences = Math.max(1, text.match(/[.!?:;]+(?=\s|$)/g)?.length ?? 0)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** Groups of vowels, without a silent `e` at the end; at least one. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^\p{L}]/gu, '')
  const spoken = bare.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, '')
  return Math.max(1, spoken.match(/[aeiouyäöü]+/g)?.length ?? 0)
}

/** Minutes that it takes to read so many words. */
export const readingMinutes = (words: number): number => words / PACE
