import type { Words } from '../languages.ts'
import type { words as english } from '../en/present.ts'

export const words: Words<typeof english> = {
  present: 'Vorführen',
  keys: 'Taste P',
  bar: 'Vorführung',
  step: 'Schritt',
  world: 'Welt',
  do: 'Tun',
  see: 'Sehen',
  spotlight: 'Spotlicht',
  replay: 'Noch einmal',
  notes: 'Notizen',
  leave: 'Beenden',
  line: (line: number, of: number) => `Zeile ${line} von ${of}`,
  pause: 'Anhalten',
  goOn: 'Weiter',
  space: 'Leertaste',
  oneLine: 'Eine Zeile',
  isBlank: 'Der Bildschirm ist schwarz. B zeigt die Lektion.',
  over: 'Die Vorführung ist zu Ende. Deine eigene Arbeit ist, wie du sie verlassen hast.',
  nothingToReplay: 'Hier ist noch nichts getan, das sich noch einmal abspielen ließe.',
  isOther: 'Dieser Link gehört zu einer anderen Seite.',
  faults: {
    'too large': 'Dieser Link enthält mehr, als ein Link darf.',
    damaged: 'Dieser Link wurde unterwegs abgeschnitten oder verändert. Bitte noch einmal darum.',
    newer: 'Diesen Link hat eine spätere Version von HELO World gemacht.',
    strange: 'Dieser Link enthält keinen Zustand.',
  },
}
