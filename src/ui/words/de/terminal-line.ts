import type { Words } from '../languages.ts'
import type { words as english } from '../en/terminal-line.ts'

export const words: Words<typeof english> = {
  line: 'Zeile für das Terminal',
  typeHere: 'Zeile eingeben',
  enter: 'Eingabe',
  starts: 'Zeilen für den Anfang',
  noScreen:
    'Der Bildschirm konnte nicht geladen werden. Die Zeile unten und das Protokoll gehen trotzdem.',
}
