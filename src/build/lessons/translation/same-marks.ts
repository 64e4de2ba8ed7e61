import { isProse } from './lesson-texts.ts'
import type { Text } from './text.ts'

/** What must be the same in a text and its translation, and how a sentence calls it. */
const marks = {
  code: codeIn,
  link: (text: string) => found(/ href="([^"]*)"/g, text),
  section: (text: string) => found(/\bRFC \d+(?: §(?:\d+|[A-Z])(?:\.\d+)*)?/g, bare(text)),
  placeholder: (text: string) => found(/\{[\w.-]+\}/g, bare(text)),
}

/**
 * What a translation lost or added: code, links, sections of RFCs and placeholders are the same in all languages.
 * @returns Sentences; none where all is there.
 */
export function markProblems(english: Text, said: string): string[] {
  const { path, text } = english
  const isHtml = isProse(path) && !['title', 'objective', 'misconception'].includes(path.at(-1)!)
  const all = Object.entries(marks).flatMap(([kind, find]) => {
    const [own, other] = [find(text, isHtml), find(said, isHtml)]
    const lost = own.filter((mark) => !other.includes(mark))
    const strange = other.filter((mark) => !own.includes(mark))
    return [
      ...lost.map((mark) => `The ${kind} \`${mark}\` is missing.`),
      ...strange.map((mark) => `The ${kind} \`${mark}\` is not in the English text.`),
    ]
  })
  return isLeftEnglish(english, said) ? [...all, 'It is still in English.'] : all
}

/** Whether a text has words: a name alone, an abbreviation and code have none, in a title one is enough. */
export function isProseLike({ path, text }: Text): boolean {
  const prose = bare(text.replace(/<code[\s\S]*?<\/code>|`[^`]*`/g, ''))
  const words = prose.split(/\s+/).filter((word) => WORD.test(word)).length
  return words > (path.at(-1) === 'title' ? 0 : 1)
}

/** A word of prose: of \p{L} alone, and not all in capitals. */
const WORD = /^[“‘(]?(?=\p{L}*\p{Ll})[\p{L}’]+[.,:;!?”’)]*$/u

const isLeftEnglish = (english: Text, said: string): boolean =>
  english.text === said && isProseLike(english)

/** Whether a text was translated: what is alike in both languages counts as translated. */
export const isTranslated = (text: Text, said: string | undefined): said is string =>
  said !== undefined && !isLeftEnglish(text, said)

const bare = (text: string): string => text.replace(/<[^>]*>/g, '')

const found = (pattern: RegExp, text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([all, group]) => group ?? all)),
]

/** Short code, and the lines of blocks of code. */
function codeIn(text: string, isHtml = false): string[] {
  return isHtml ? found(/<code[^>]*>([\s\S]*?)<\/code>/g, text) : found(/`([^`]+)`/g, text)
}
