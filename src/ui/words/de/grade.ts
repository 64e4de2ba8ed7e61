import type { Words } from '../languages.ts'
import type { words as english } from '../en/grade.ts'

export const words: Words<typeof english> = {
  title: 'Bewerten',
  lead: 'Leg hier ab, was deine Lernenden abgegeben haben: jede Datei wird noch einmal getan, Eingabe für Eingabe, und diese Seite sagt, wer welches Ziel wann erreicht hat, welche Fehler gemacht wurden und was eingefügt wurde.',
  stays:
    'Nichts verlässt deinen Browser: die Dateien werden auf dieser Seite gelesen und sind weg, wenn du sie schließt.',
  noScript: 'Ein Skript bewertet die Dateien: es ist abgeschaltet.',
  giveTitle: 'Was abgegeben wurde',
  orDrop:
    'Leg hier Dateien ab, dutzendweise oder einen Ordner davon: `NAME.helo.json` oder Nachweise.',
  choose: 'Dateien wählen',
  clear: 'Alles entfernen',
  code: 'Code der Klasse',
  codeHint:
    'Mit ihm muss jeder Name seine eigene Variante gespielt haben. Gib deinen Lernenden einen Link zu einer Lektion, der auf ?class=CODE endet.',
  resultsTitle: 'Bewertung',
  nothingYet: 'Noch wurde nichts gegeben. Hier steht dann',
  willTable:
    'eine Tabelle: Schritte, Ziele, erste Antworten, Fehler, Versuche, Minuten, Eingefügtes und Hinweise von jedem;',
  willWhy:
    'warum einer Datei nicht geglaubt wird: sie wurde verändert, oder ihre Eingaben führen nicht zu dem, was sie sagt;',
  willCommon: 'was mehrere falsch gemacht haben;',
  willCsv: 'dasselbe als CSV, für eine Tabellenkalkulation.',
  taken: (count: number) =>
    count === 1 ? 'Eine Datei kam herein.' : `${count} Dateien kamen herein.`,
  again: (count: number) =>
    count === 1 ? 'Eine Datei war schon da.' : `${count} Dateien waren schon da.`,
  notTaken: (names: string, limit: string) =>
    `Weggelassen, denn eine Datei darf ${limit} haben: ${names}.`,
  notTakenMany: (limit: number, count: number) =>
    `${count === 1 ? 'Eine Datei wurde' : `${count} Dateien wurden`} weggelassen: ${limit} werden auf einmal bewertet.`,
  unreadable: (names: string) => `Der Browser konnte ${names} nicht lesen.`,
  cleared: 'Alles ist entfernt.',
  notReached: 'Was die Dateien bewertet, konnte nicht geladen werden. Versuch es noch einmal.',
}
