import type { Words } from '../languages.ts'
import type { words as english } from '../en/severities.ts'

export const words: Words<typeof english> = {
  error: 'Fehler',
  warning: 'Warnung',
  info: 'Hinweis',
  hint: 'Rat',
}
