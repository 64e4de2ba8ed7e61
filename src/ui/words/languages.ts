/** The folders beside this file: each holds the interface's words in one language. */
export const languages = ['en'] as const

export type Language = (typeof languages)[number]

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
