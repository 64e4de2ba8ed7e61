import type { Words } from '../languages.ts'
import type { words as english } from '../en/lesson-page.ts'

export const words: Words<typeof english> = {
  home: 'Start',
  skip: 'Zur Lektion springen',
  noScript:
    'Der Text ist ohne JavaScript lesbar. Das Terminal und die Zonen brauchen es: Sie laufen in dieser Seite.',
  debrief: 'Rückblick',
  notes: 'Für Vortragende',
  sandbox: {
    title: 'Sandbox',
    description:
      'Ein kleines Internet ohne Aufgabe: ein Terminal, Zonen zum Bearbeiten, Absender zum Beurteilen und Postfächer zum Füllen.',
    skip: 'Zur Sandbox springen',
    noScript: 'Die Sandbox läuft in dieser Seite und braucht dafür JavaScript.',
  },
}
