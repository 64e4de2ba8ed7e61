import type { Words } from '../languages.ts'
import type { words as english } from '../en/masthead.ts'

export const words: Words<typeof english> = {
  main: 'Hauptmenü',
  lessons: 'Lektionen',
  skills: 'Können',
  sandbox: 'Sandbox',
  check: 'Prüfen',
  write: 'Eintrag schreiben',
  live: 'Live',
  rules: 'Regeln',
  find: 'Suchen',
  skip: 'Zum Inhalt springen',
}
