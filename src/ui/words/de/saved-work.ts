import type { Words } from '../languages.ts'
import type { words as english } from '../en/saved-work.ts'

export const words: Words<typeof english> = {
  resetLesson: 'Lektion zurücksetzen',
  resetSandbox: 'Sandbox zurücksetzen',
  share: 'Link teilen',
  handIn: 'Abgeben …',
  export: 'Meine Arbeit exportieren',
  import: 'Datei importieren',
  lessonOver: 'Mit der Lektion neu beginnen?',
  sandboxOver: 'Mit der Sandbox neu beginnen?',
  whatGoes:
    'Das Terminal, die Zonen und die Postfächer werden wieder, wie sie am Anfang waren. Du kannst es gleich danach rückgängig machen.',
  keep: 'Meine Arbeit behalten',
  startOver: 'Neu beginnen',
  isNewer: 'Eine spätere Version von HELO World hat diese Datei geschrieben.',
  isNone: 'Diese Datei enthält keine Arbeit, die hier exportiert wurde.',
  isOther: (lesson: string) => `Diese Datei enthält Arbeit an einer anderen Lektion: ${lesson}.`,
}
