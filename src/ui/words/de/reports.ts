import type { Words } from '../languages.ts'
import type { words as english } from '../en/reports.ts'

export const words: Words<typeof english> = {
  title: 'Berichte',
  lead: 'Empfänger senden jeden Tag XML über deine Mail. Gib es dieser Seite, und sie sagt dir, wer in deinem Namen sendet, was jeder Absender wohl ist, was gescheitert ist und was als Nächstes zu tun ist.',
  stays:
    'Nichts verlässt deinen Browser: Die Berichte werden auf dieser Seite gelesen und behalten, bis du diesen Tab schließt.',
  noScript: 'Ein Skript liest die Berichte: Es ist ausgeschaltet.',
  giveTitle: 'Deine Berichte',
  paste: 'Ein Bericht, oder die Mail, die ihn trägt',
  orDrop:
    'Oder leg Dateien hier ab: XML, gzip, ZIP, Mails, ein ganzes Postfach; DMARC oder TLS, mehrere auf einmal.',
  choose: 'Dateien wählen',
  another: 'Behalten, noch einen einfügen',
  example: 'Beispiel zeigen',
  files: 'Dateien, die gelesen werden',
  share: 'Link teilen',
  clear: 'Alles entfernen',
  down: 'Zum Ergebnis',
  yoursTitle: 'Was dir gehört',
  own: 'Deine Domains',
  ownHint: 'Leer gelassen: die Domains, um die es in den Berichten geht.',
  zone: 'Deine Zone, oder dein SPF-Eintrag',
  zoneHint: 'Damit sind deine eigenen Server und Dienste bekannt und nicht geraten.',
  resultsTitle: 'Wer in deinem Namen sendet',
  nothingYet: 'Noch ist nichts da. Hier werden stehen',
  willSources:
    'die Absender, in Gruppen: deine, ein Dienst, eine Weiterleitung, eine Liste, ein Fremder, jeder mit seinem Grund;',
  willNext: 'was gescheitert ist und der nächste Schritt, zuerst, was dir schadet;',
  willDays: 'ein Diagramm nach Tagen, und dasselbe als Tabelle;',
  willTls: 'aus Berichten über TLS, warum Sitzungen gescheitert sind.',
  pasted: (number: number) => (number === 0 ? 'was du eingefügt hast' : `Eingefügtes ${number}`),
  size: (octets: number) =>
    octets < 1024
      ? `${octets} Oktette`
      : octets < 1024 * 1024
        ? `${Math.round(octets / 1024)} KiB`
        : `${(octets / 1024 / 1024).toFixed(1).replace('.', ',')} MiB`,
  remove: 'Entfernen',
  removeFile: (name: string) => `${name} entfernen`,
  taken: (count: number) =>
    count === 1 ? 'Eine Datei wurde übernommen.' : `${count} Dateien wurden übernommen.`,
  notTaken: (names: string, limit: string) =>
    `Weggelassen, weil eine Datei höchstens ${limit} haben darf: ${names}.`,
  notTakenAll: (names: string, limit: string) =>
    `Weggelassen, weil alle Dateien zusammen höchstens ${limit} haben dürfen: ${names}.`,
  notTakenMany: (limit: number, count: number) =>
    `${count === 1 ? 'Eine Datei wurde' : `${count} Dateien wurden`} weggelassen: ${limit} werden auf einmal gelesen.`,
  unreadable: (names: string) => `Der Browser konnte ${names} nicht lesen.`,
  nothingToKeep: 'Füge zuerst einen Bericht ein.',
  kept: 'Er ist bei den Dateien. Füge den nächsten ein.',
  zoneTooLong: (length: number, limit: number) =>
    `Das Eingefügte hat ${length.toLocaleString('de')} Zeichen; von einer Zone werden bis zu ${limit.toLocaleString('de')} gelesen. Es wurde nicht übernommen.`,
  movedToFiles: 'Ein so langer Text wird als Datei behalten, damit das Feld schnell bleibt.',
  notKept: (limit: string) =>
    `Alles davon wird gelesen, aber beim Neuladen nicht behalten: Das geht bis ${limit}.`,
  cleared: 'Alles ist entfernt.',
  notReached:
    'Der Teil, der die Berichte liest, konnte nicht geladen werden. Versuch es noch einmal.',
  exampleThere:
    'Zwölf Berichte über example.org, eine Firma, die es nicht gibt, wurden übernommen.',
  nothingToShare: 'Noch gibt es nichts zu teilen.',
  tooLargeToShare: (limit: string, most: number) =>
    `Zu groß für einen Link: Er fasst bis zu ${most} Dateien und gepackt ${limit}. Die Berichte selbst stünden darin.`,
  linked:
    'Du hast einen Link mit den Berichten von jemandem geöffnet. Deine sind, wie du sie verlassen hast, und was du hier änderst, wird nicht behalten.',
  back: 'Zurück zu meinen',
  ownInstead: 'Stattdessen stehen hier deine eigenen Berichte.',
  shared: 'Berichte über meine Domain',
}
