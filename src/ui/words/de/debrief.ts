import type { Words } from '../languages.ts'
import type { words as english } from '../en/debrief.ts'

export const words: Words<typeof english> = {
  delivered: 'Zugestellt',
  done: 'Alle Schritte sind getan.',
  onceMore:
    'Du hast dir eine Zeile zeigen lassen. Spiel es noch einmal mit anderen Namen und ohne diese Hilfe, dann zählt die Lektion.',
  again: 'Noch einmal, mit anderen Namen',
}
