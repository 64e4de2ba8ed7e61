import type { Words } from '../languages.ts'
import type { words as english } from '../en/grades.ts'

export const words: Words<typeof english> = {
  grading: (at: number, all: number) => `${at} von ${all} wird bewertet …`,
  passed: (passed: number, all: number) =>
    passed === all
      ? all === 1
        ? 'Sie besteht.'
        : `Alle ${all} bestehen.`
      : `${passed} von ${all} bestehen.`,
  broke: 'Was die Dateien bewertet, ist abgestürzt.',
  tryAgain: 'Noch einmal versuchen',
  csv: 'Als CSV speichern',
  csvFile: 'bewertung.csv',
  table: 'Bewertung jeder Abgabe',
  columns: {
    name: 'Name',
    lesson: 'Lektion',
    result: 'Ergebnis',
    steps: 'Schritte',
    goals: 'Ziele',
    first: 'Gleich richtig',
    mistakes: 'Fehler',
    attempts: 'Versuche',
    minutes: 'Minuten',
    pastes: 'Eingefügt',
    hints: 'Hinweise',
  },
  results: {
    done: 'geschafft',
    open: 'nicht alles',
    doubted: 'nicht geglaubt',
    unread: 'nicht lesbar',
  },
  doubts: {
    unread: 'Keine Abgabe',
    damaged: 'Sie wurde verändert',
    head: 'Sie sagt zweierlei',
    lesson: 'Andere Lektion',
    edition: 'Andere Ausgabe',
    variant: 'Andere Variante',
    name: 'Die Variante von jemand anderem',
    input: 'Erfundene Eingabe',
    broken: 'Lässt sich nicht noch einmal tun',
    late: 'Dauert zu lange',
    claim: 'Es wurde nicht getan',
    times: 'Erfundene Zeiten',
  },
  line: (line: number) => `Zeile ${line}`,
  input: (input: number) => `Eingabe ${input}`,
  lastHint: (hints: number) => `${hints}, ein letzter`,
  variant: (variant: string) => `Gespielt als ${variant}.`,
  itself: 'Gespielt mit den Namen der Lektion selbst.',
  steps: 'Schritte und Ziele',
  after: (time: string) => `nach ${time}`,
  wasShown: 'mit dem letzten Hinweis, der die Zeile selbst ist',
  first: {
    right: 'Erste Antwort richtig.',
    wrong: 'Erste Antwort falsch.',
    unknown: 'Beantwortet; was daraus wurde, war nicht zu sehen.',
    none: 'Nicht beantwortet.',
  },
  tries: (tries: number) => (tries === 1 ? 'Ein Versuch.' : `${tries} Versuche.`),
  mistakes: 'Fehler, nach dem Hinweis, der auf sie antwortet',
  times: (times: number) => (times === 1 ? 'einmal' : `${times}-mal`),
  pastes: 'Von anderswo eingefügt',
  characters: (size: number) => (size === 1 ? 'ein Zeichen' : `${size} Zeichen`),
  notes: 'Zum Ansehen',
  common: 'Was mehrere falsch gemacht haben',
  commonIn: (count: number, all: number) => `${count} von ${all}`,
  proves:
    'Ziele, Schritte, erste Antworten und Fehler kommen daher, dass alles noch einmal getan wurde. Zeiten, Eingefügtes und Hinweise sind, was die Seite des Lernenden notiert hat: sie passen, aber nichts beweist sie.',
}
