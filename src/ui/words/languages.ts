/**
 * The folders beside this file, as the `lang` of a page: each holds the interface's words in one
 * language. The first is what the others are translated from.
 */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** What each language is called in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/** Where a language's pages stand, from the site's root: empty, or `de/`. */
export const folderOf = (language: Language): string =>
  language === languages[0] ? '' : `${language}/`

/** The shape of a room's words in another language: texts stay texts, functions take the same. */
export type Words<Room> = {
  readonly [Name in keyof Room]: Room[Name] extends string
    ? string
    : Room[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Words<Room[Name]>
}

/** @param name As it is asked for; undefined or empty: English. Throws where there is no such folder. */
export function languageOf(name: string | undefined): Language {
  const found = languages.find((language) => language === (name || 'en'))
  if (!found) throw new Error(`There are no words in “${name}”, but in: ${languages.join(', ')}`)
  return found
}
