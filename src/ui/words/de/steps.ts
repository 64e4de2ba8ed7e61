import type { Words } from '../languages.ts'
import type { words as english } from '../en/steps.ts'

export const words: Words<typeof english> = {
  yourWork: 'Deine Arbeit an dieser Lektion',
  lookingBack: 'Rückblick',
  showStep: 'Schritt zeigen',
  showMe: 'Zeig es mir',
  doIt: 'Leg los',
  steps: 'Schritte',
  number: (number: number) => `Schritt ${number}`,
  place: (number: number, all: number) => `Schritt ${number} von ${all}`,
  named: (number: number, isDone: boolean, title: string) =>
    `Schritt ${number}${isDone ? ', getan' : ''}: ${title}`,
  goals: 'Ziele dieses Schritts',
  met: 'Erreicht:',
  notYet: 'Noch nicht:',
  hints: 'Tipps',
  wasTheLine:
    'Das war die Zeile selbst. Damit die Lektion zählt, spiel sie noch einmal mit anderen Namen, ohne diese Zeile.',
  hint: 'Ein Tipp',
  clearerHint: 'Ein deutlicherer Tipp',
  showLine: 'Zeile zeigen',
  back: 'Zurück',
  lookBack: 'Zurückschauen',
  nextStep: 'Nächster Schritt',
  skip: 'Überspringen',
}
