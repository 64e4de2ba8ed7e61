import type { Words } from '../languages.ts'
import type { words as english } from '../en/coach.ts'

export const words: Words<typeof english> = {
  tones: {
    next: 'Als Nächstes',
    look: 'Schau hier',
    know: 'Jetzt weißt du es',
    done: 'Gut gemacht',
  },
  lessonDone: 'Alle Schritte sind getan. Schau zurück, worum es ging.',
  noLonger: (reason: string) => `Dieser Schritt war getan und gilt nicht mehr. ${reason}`,
  stepDone: 'Dieser Schritt ist getan. Geh weiter, wenn du es gelesen hast.',
  committed: 'Du hast gesagt, was du denkst. Jetzt tu es und sieh nach.',
  twoTabs: 'Zwei Tabs',
  otherTab:
    'Auch ein anderer Tab hat hieran gearbeitet. Nichts ist verloren: Wähle, welche Arbeit weitergeht.',
  otherTabDid: (done: number, all: number) =>
    `Auch ein anderer Tab hat hieran gearbeitet und ${done} von ${all} Schritten getan. Nichts ist verloren: Wähle, welche Arbeit weitergeht.`,
  bringHere: 'Hierher holen',
  keepThisTab: 'Mit diesem Tab weitermachen',
  less: 'Weniger',
  more: 'Mehr',
  allRight: 'In Ordnung',
  undo: 'Rückgängig',
}
