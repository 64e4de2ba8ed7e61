import type { Words } from '../languages.ts'
import type { words as english } from '../en/hand-in.ts'

export const words: Words<typeof english> = {
  title: 'Diese Lektion abgeben',
  joinTitle: 'Eine Lektion deiner Klasse',
  joinAbout:
    'In einer Klasse spielt jeder die Lektion mit eigenen Personen, Domains und Adressen: dein Name entscheidet, mit welchen.',
  about:
    'Du bekommst eine Datei, die du deiner Lehrkraft schickst. Sie enthält, was du in dieser Lektion getan hast, Eingabe für Eingabe, so dass man es noch einmal tun kann: mit den Zeiten, mit dem, was du von anderswo eingefügt hast, und mit den Hinweisen, die du geöffnet hast. Von hier wird nichts verschickt.',
  name: 'Dein Name',
  nameHint: 'So, wie deine Lehrkraft dich kennt.',
  code: 'Code der Klasse',
  codeHint: 'Wenn deine Lehrkraft dir einen gegeben hat; sonst lass das Feld leer.',
  stepsDone: (done: number, of: number) =>
    done === of
      ? `Alle ${of} Schritte sind geschafft.`
      : `${done} von ${of} Schritten sind geschafft.`,
  earlier: (date: string) =>
    `Du hast seitdem neu begonnen. Abgegeben wird die Arbeit, die du am ${date} beendet hast.`,
  otherVariant:
    'In dieser Klasse spielst du diese Lektion mit anderen Namen als hier: was du getan hast, zählt dort nicht.',
  begin: 'Mit meinen Namen beginnen',
  goOn: 'Mit meinen Namen weitermachen',
  undoable: 'Was du bisher getan hast, weicht dem; das kannst du gleich danach rückgängig machen.',
  save: 'Datei speichern',
  saved: (file: string) => `${file} ist gespeichert. Schick die Datei deiner Lehrkraft.`,
  notOwn: 'Diese Seite zeigt nicht deine eigene Arbeit: Verlasse sie zuerst.',
  noName: 'Schreib zuerst deinen Namen.',
  noCode: 'Schreib zuerst den Code deiner Klasse.',
  begun: 'Die Lektion hat mit deinen Namen begonnen.',
  notReached: 'Ein Teil dieser Seite konnte nicht geladen werden. Versuch es noch einmal.',
  close: 'Schließen',
}
