import type { Words } from '../languages.ts'
import type { words as english } from '../en/spf.ts'

export const words: Words<typeof english> = {
  noDomain: 'keine Domain',
  lookup: 'Lookup',
  tooMany: ': einer zu viel',
  decides: 'entscheidet',
  neverReached: 'nie erreicht',
  spent: (count: number, limit: number) => `${count} von ${limit}`,
  lookups: 'Lookups',
  emptyAnswers: 'leere Antworten',
  spentBy: (term: string, domain: string) => `verbraucht von ${term} von ${domain}`,
  emptyAnswer: (number: number) => `leere Antwort ${number}`,
}
