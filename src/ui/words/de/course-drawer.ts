import type { Words } from '../languages.ts'
import type { words as english } from '../en/course-drawer.ts'

export const words: Words<typeof english> = {
  title: 'Der Kurs',
  keys: 'Die Lektionen (Alt+L)',
  find: 'Lektion suchen',
  before: (title: string) => `← ${title}`,
  after: (title: string) => `${title} →`,
  beforeOf: (title: string) => `Die Lektion davor: ${title}`,
  afterOf: (title: string) => `Die Lektion danach: ${title}`,
  onPath: (path: string, done: number, all: number) => `${path}: ${done} von ${all} geschafft`,
  place: (place: number) => `${place} auf deinem Pfad`,
  here: 'hier',
  minutes: (count: number) => `${count} Min.`,
  none: 'Keine Lektion heißt so.',
  close: 'Schließen',
  status: {
    untouched: '',
    begun: 'begonnen',
    shown: 'noch einmal, ohne Hilfe',
    done: '✓ geschafft',
    due: '↻ heute wiederholen',
  },
  next: (title: string) => `Weiter: ${title}`,
  pathDone: 'Pfad geschafft: was du jetzt kannst',
}
