import type { Words } from '../languages.ts'
import type { words as english } from '../en/message-problems.ts'

export const words: Words<typeof english> = {
  problems: 'Probleme der Nachricht',
  line: (severity: string, line: number) => `${severity}, Zeile ${line}:`,
  why: 'Warum',
  none: 'Keine Probleme mit der Form dieser Nachricht.',
}
