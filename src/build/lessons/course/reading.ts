/** Words that are read in a minute. */
const PACE = 180

/** How hard a step's text may be: school years (Flesch–Kincaid). */
const MAX_GRADE = 8

/** How easy a step's text in German must be, of 100 (Amstad). A limit of ours. */
const MIN_EASE = 55

/** What a step may ask of its reader. */
export interface ProseLimits {
  /** Words, code left out: a step is read at one glance. */
  readonly most: number
  /** Says of a text that is too hard how hard it is. */
  readonly hardness?: (text: string) => string | undefined
}

const english: ProseLimits = {
  most: 90,
  hardness(text) {
    const grade = readingGrade(text)
    if (grade <= MAX_GRADE) return undefined
    return `reads like grade ${grade.toFixed(1)} (Flesch–Kincaid), and ${MAX_GRADE} is the most`
  },
}

const german: ProseLimits = {
  most: 100,
  hardness(text) {
    const ease = germanEase(text)
    if (ease >= MIN_EASE) return undefined
    return `has a reading ease of ${ease.toFixed(0)} (Amstad), and ${MIN_EASE} is the least`
  },
}

/** Most languages take more words than English; how hard a text is, a formula knows for its own language alone. */
const anyLanguage: ProseLimits = { most: 110 }

/** The limits of prose in a language; English by default. */
export const proseLimits = (language = 'en'): ProseLimits =>
  language === 'en' ? english : language === 'de' ? german : anyLanguage

/**
 * The Flesch–Kincaid grade of a text: school years that it takes to read it with ease. Short texts
 * vary, so that none under 20 words is judged.
 * @param text Plain sentences; code is replaced by one short word.
 */
export function readingGrade(text: string): number {
  const lengths = averages(text, syllablesOf)
  return lengths ? 0.39 * lengths.sentence + 11.8 * lengths.word - 15.59 : 0
}

/**
 * How easy a German text is, from 0 to 100 (T. Amstad, 1978): Flesch’s measure with numbers fitted to German, whose
 * words are longer. A short text is easy.
 */
export function germanEase(text: string): number {
  const lengths = averages(text, germanSyllables)
  return lengths ? 180 - lengths.sentence - 58.5 * lengths.word : 100
}

/** Words of a sentence and syllables of a word, on average; undefined of a text too short to say. */
function averages(text: string, count: (word: string) => number) {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (words.length < 20) return undefined
  const sentences = Math.max(1, text.match(/[.!?:;]+(?=\s|$)/g)?.length ?? 0)
  const syllables = words.reduce((sum, word) => sum + count(word), 0)
  return { sentence: words.length / sentences, word: syllables / words.length }
}

/** Vowels of German, two or more together where they are spoken as one; at least one. */
export const germanSyllables = (word: string): number =>
  Math.max(1, word.toLowerCase().match(/aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouyäöü]/g)?.length ?? 0)

/** Groups of vowels, without a silent `e` at the end; at least one. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^\p{L}]/gu, '')
  const spoken = bare.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, '')
  return Math.max(1, spoken.match(/[aeiouyäöü]+/g)?.length ?? 0)
}

/** Minutes that it takes to read so many words. */
export const readingMinutes = (words: number): number => words / PACE
