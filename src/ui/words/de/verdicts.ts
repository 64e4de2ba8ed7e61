import type { Words } from '../languages.ts'
import type { words as english } from '../en/verdicts.ts'

export const words: Words<typeof english> = {
  asks: {
    spf: 'Darf diese Adresse für diese Domain senden?',
    helo: 'Darf diese Adresse den Namen in EHLO verwenden?',
    dkim: 'Ist eine Signatur daran, und gilt sie?',
    dmarc: 'Steht etwas davon für die Domain in From ein?',
  },
  checked: (host: string) => `Was ${host} geprüft hat`,
  everyStep: 'Jeder Schritt, mit seinem Abschnitt',
  outcomes: {
    pass: 'dafür',
    fail: 'dagegen',
    continue: 'geht weiter',
    note: 'vermerkt',
    error: 'kaputt',
  },
}
