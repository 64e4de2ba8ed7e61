import { digestOf, nameOf, type Text } from './text.ts'

/** What is known of the texts that a translation was made of: digests by the names of texts. */
export type MadeOf = ReadonlyMap<string, string>

/** The names of texts whose English was changed since, or is not known. */
export const staleTexts = (texts: readonly Text[], madeOf: MadeOf): string[] =>
  texts.flatMap(({ path, text }) => {
    const name = nameOf(path)
    return madeOf.get(name) === digestOf(text) ? [] : [name]
  })

/** `3 texts are older than their English: …`; undefined where none is. */
export function staleSentence(names: readonly string[]): string | undefined {
  if (!names.length) return undefined
  const few = names.slice(0, SHOWN).join(', ')
  const more = names.length > SHOWN ? ', …' : ''
  const head = names.length === 1 ? '1 text is' : `${names.length} texts are`
  return `${head} older than the English: ${few}${more}`
}

const SHOWN = 5
