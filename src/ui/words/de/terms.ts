import type { Words } from '../languages.ts'
import type { words as english } from '../en/terms.ts'

export const words: Words<typeof english> = {
  taught: 'Lektion:',
  inGlossary: 'Im Glossar',
}
