import { germanGenitive } from '../../../lab/cast/genitive.ts'
import { swapper } from '../../../lab/lesson-variant.ts'
import type { Lesson, Variant } from '../../../lessons/lesson.ts'
import type { LessonFolder } from '../files/lesson-folder.ts'
import { lessonTexts, mapLessonTexts } from './lesson-texts.ts'
import { nameOf } from './text.ts'

type Words = Readonly<Record<string, string>>

/** What is wrong with the words of a variant: its id, its word if it is about one, a sentence. */
export interface WordProblem {
  readonly path: readonly string[]
  readonly message: string
}

/** Variants whose words fit a translation. */
export interface TranslatedVariants {
  readonly variants: readonly Variant[]
  readonly problems: readonly WordProblem[]
}

/**
 * The variants of a translated lesson. Words that stand in what is proved are swapped as in English; those that only
 * English texts have are left out, and the translation's own come in their place.
 * @param content The English lesson with its plays.
 * @param lesson The same with the translation's texts.
 * @param own Words of the translation, by the id of a variant.
 */
export function translateVariants(
  content: LessonFolder,
  lesson: Lesson,
  own: Readonly<Record<string, Words>>,
): TranslatedVariants {
  const isProved = wordsIn(provedText(content))
  const texts = pairs(content.lesson, lesson)
  const isSaid = wordsIn(texts.map(({ said }) => said).join('\n'))
  const made = content.lesson.variants.map(({ id, swap }) => {
    const kept = Object.fromEntries(
      Object.entries(swap).filter(
        ([word]) => isProved(word) || ADDRESS.test(word) || isOwner(word, swap, isProved),
      ),
    )
    const dropped = Object.keys(swap).filter((word) => !(word in kept) && !/’s?$/.test(word))
    const more = own[id] ?? {}
    const variant = {
      id,
      swap: { ...genitives(kept, lesson.language, isSaid), ...kept, ...more },
    }
    const needed = id in own ? [] : notSaid(id, dropped)
    const problems = [
      ...needed,
      ...ownProblems(id, more, isProved, isSaid),
      ...textProblems(variant, kept, texts),
    ]
    return { variant, problems }
  })
  const strangers = Object.keys(own).filter((id) => !made.some(({ variant }) => variant.id === id))
  return {
    variants: made.map(({ variant }) => variant),
    problems: [
      ...made.flatMap(({ problems }) => problems),
      ...strangers.map((id) => ({ path: [id], message: `No variant is called \`${id}\`.` })),
    ],
  }
}

/** A domain, an address, a number: the same in all languages. */
const ADDRESS = /^[\w-]*[.@\d][\w.@-]*$/

/** `Bob`, where `bob` is a mailbox that is swapped. */
function isOwner(word: string, swap: Words, isProved: (word: string) => boolean): boolean {
  const mailbox = word.toLowerCase()
  return mailbox !== word && mailbox in swap && isProved(mailbox)
}

/** All that is no text: a word of it changes what is proved. */
function provedText({ lesson, ...plays }: LessonFolder): string {
  const { variants: _, module: __, ...bare } = mapLessonTexts(lesson, () => '')
  return [...stringsOf(bare), ...stringsOf(plays)].join('\n')
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...stringsOf(one)])
}

/** Whether a word stands whole in a text. */
const wordsIn =
  (text: string) =>
  (word: string): boolean =>
    has(text, word)

const has = (text: string, word: string): boolean =>
  text.includes(word) && swapper({ id: '', swap: { [word]: '' } })(text) !== text

/** Names in the genitive, where the texts have them so. */
function genitives(
  kept: Words,
  language: string | undefined,
  isSaid: (word: string) => boolean,
): Words {
  if (language !== 'de') return {}
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([word]) => /^\p{Lu}\p{Ll}+$/u.test(word) && isSaid(germanGenitive(word)))
      .map(([word, other]) => [germanGenitive(word), germanGenitive(other)]),
  )
}

function notSaid(id: string, dropped: readonly string[]): WordProblem[] {
  if (!dropped.length) return []
  const words = dropped.map((word) => `\`${word}\``).join(', ')
  return [
    {
      path: [id],
      message: `Say which words this variant changes here, or \`{}\`. In English it changes ${words}.`,
    },
  ]
}

const ownProblems = (
  id: string,
  own: Words,
  isProved: (word: string) => boolean,
  isSaid: (word: string) => boolean,
): WordProblem[] =>
  Object.keys(own).flatMap((word) => {
    const message = isProved(word)
      ? 'This word stands in what is proved, so a translation cannot change it.'
      : isSaid(word)
        ? undefined
        : 'No text has this word.'
    return message === undefined ? [] : [{ path: [id, word], message }]
  })

interface Pair {
  readonly name: string
  readonly english: string
  readonly said: string
}

function pairs(english: Lesson, translated: Lesson): Pair[] {
  const said = new Map(lessonTexts(translated).map(({ path, text }) => [nameOf(path), text]))
  return lessonTexts(english).map(({ path, text }) => ({
    ...{ name: nameOf(path), english: text },
    said: said.get(nameOf(path)) ?? '',
  }))
}

/** A text with names changes as its English does, and no word of it is swapped that only looks like an English one. */
function textProblems({ id, swap }: Variant, kept: Words, texts: readonly Pair[]): WordProblem[] {
  const change = swapper({ id, swap })
  const words = Object.keys(kept).filter((word) => kept[word] !== word)
  return texts.flatMap(({ name, english, said }): WordProblem[] => {
    const known = words.filter((word) => has(english, word))
    const names = known.filter((word) => !/^\p{Ll}/u.test(word))
    const alike = words.filter(
      (word) => /^\p{Ll}/u.test(word) && !known.includes(word) && has(withoutCode(said), word),
    )
    const left = change(said) === said ? names : []
    return [
      ...left.map((word) => ({
        path: [id],
        message: `It changes \`${word}\` in the English \`${name}\`, and nothing of it here.`,
      })),
      ...alike.map((word) => ({
        path: [id],
        message: `\`${word}\` in \`${name}\` would become \`${kept[word]!}\`: use another word.`,
      })),
    ]
  })
}

const withoutCode = (text: string): string =>
  text.replace(/<code[\s\S]*?<\/code>|<[^>]*>|`[^`]*`/g, ' ')
