import type { Severity } from '../../../core/diagnostic.ts'
import type { Words } from '../languages.ts'
import type { words as english } from '../en/write.ts'

export const words: Words<typeof english> = {
  title: 'Einen Eintrag schreiben',
  description:
    'Einträge für SPF, DKIM, DMARC, MTA-STS und BIMI: Du wählst, jede Wahl wird erklärt, und der Eintrag wird beurteilt, während du ihn machst.',
  lead: 'Wähle und lies, was daraus wird. Jeder Eintrag wird beurteilt, während du ihn schreibst. Nichts verlässt diese Seite, und Schlüssel entstehen in ihr.',
  noScript:
    'Die Einträge macht ein Skript in deinem Browser. Ohne Skripte gibt es hier nichts zu wählen; die Regeln, die Einträge beurteilen, lassen sich lesen.',
  failed:
    'Der Teil, der die Einträge schreibt, konnte nicht geladen werden. Lade die Seite noch einmal.',
  tabs: 'Einträge',
  written: ', geschrieben',
  domain: 'Deine Domain',
  shownFor: 'Gezeigt für `example.org`, bis du deine eingibst.',
  zoneOf: (domain: string) => `Die Zeilen sind für die Zone von \`${domain}\`.`,
  noDomain: 'Das ist kein Domainname.',
  pasteTitle: 'Hast du schon einen Eintrag?',
  pasteAbout:
    'Füge den Eintrag, Zeilen einer Zone oder eine Policy-Datei ein, oder leg eine Datei ab. Daraus wird hier eine Auswahl, mit der du weitermachst.',
  paste: 'Der Eintrag, den du hast',
  readIt: 'Lesen',
  pick: 'Datei wählen',
  tooMuch: (limit: string) =>
    `Das sind mehr als ${limit} Zeichen: Füge nur die Zeilen über Mail ein.`,
  tooMuchHere: (limit: string) =>
    `In dieses Feld passen bis zu ${limit} Zeichen. Das Eingefügte wurde nicht übernommen.`,
  nothingRead:
    'Nichts davon ist ein Eintrag, der hier geschrieben wird. Einen CNAME deines Anbieters veröffentlichst du so, wie er ist.',
  read: (titles: string) => `Gelesen: ${titles}.`,
  dropped: (parts: string) => `Weggelassen, weil es dafür kein Feld gibt: ${parts}.`,
  undo: 'Rückgängig',
  undone: 'Es ist wie zuvor.',
  unread: 'Der Text ließ sich nicht lesen. Versuch es noch einmal.',
  choices: (title: string) => `${title}: die Auswahl`,
  rare: 'Selten gebraucht',
  asWritten: 'wie es geschrieben war',
  makeKey: 'Schlüsselpaar erzeugen',
  making: 'Wird erzeugt …',
  cannotMake: {
    rsa: 'Dieser Browser erzeugt hier keine RSA-Schlüssel: Die Seite braucht eine sichere Verbindung. Füge die öffentliche Hälfte eines anderswo erzeugten Paars ein.',
    ed25519:
      'Dieser Browser erzeugt keine Ed25519-Schlüssel. Nimm RSA, oder füge die öffentliche Hälfte eines anderswo erzeugten Paars ein.',
  },
  privateTitle: 'Der private Schlüssel, nur dieses eine Mal gezeigt',
  privateAbout:
    'Leg ihn dorthin, wo dein Server signiert. Er wird nirgends behalten: Wenn du diese Seite schließt oder neu lädst, ist er weg, und nur die öffentliche Hälfte bleibt.',
  copyKey: 'Privaten Schlüssel kopieren',
  downloadKey: 'Herunterladen',
  hideKey: 'Ich habe ihn: verbergen',
  keyFile: (selector: string, domain: string) => `${selector}.${domain}.private.pem`,
  refusedPrivate:
    'Das war ein privater Schlüssel. Er wurde sofort wieder herausgenommen und nicht behalten: Veröffentlicht wird nur die öffentliche Hälfte.',
  result: 'Der Eintrag',
  toResult: 'Eintrag ansehen',
  copyLines: 'Zeilen kopieren',
  copyFile: 'Datei kopieren',
  linesOf: (domain: string) => `Zeilen für die Zone von ${domain}`,
  fileAt: 'Die Datei unter',
  openSandbox: 'In der Sandbox öffnen',
  check: 'Prüfen',
  share: 'Link teilen',
  together: (titles: string) => `Zusammen beurteilt mit dem, was du zu ${titles} geschrieben hast.`,
  sum: (count: Readonly<Record<Severity, number>>) => {
    const notes = count.info + count.hint
    const parts = [
      count.error > 0 && `${count.error} Fehler`,
      count.warning > 0 && `${count.warning} ${count.warning === 1 ? 'Warnung' : 'Warnungen'}`,
      notes > 0 && `${notes} ${notes === 1 ? 'Hinweis' : 'Hinweise'}`,
    ].filter((part) => part !== false)
    return parts.length > 0 ? parts.join(', ') : 'Keine Probleme'
  },
  unfinished: 'Noch nicht fertig',
  meaning: 'Was es bedeutet',
  notes: 'Bevor du es veröffentlichst',
  findings: 'Was der Linter sagt',
  fix: (title: string) => `Abhilfe: ${title}`,
  useFix: 'Übernehmen',
  before: 'Jetzt',
  after: 'Danach',
  rampTitle: 'Der Weg hinauf',
  rampAbout:
    'Eine Policy wird strenger, wenn die Berichte es erlauben. Die Daten sind die frühesten.',
  rampFrom: 'Er beginnt am',
  rampRarest: 'Die seltenste Mail, die du sendest',
  rarest: { month: 'einmal im Monat', quarter: 'einmal im Quartal', year: 'einmal im Jahr' },
  rampSigned: 'Alles davon ist mit DKIM signiert, unter dieser Domain',
  rampLists: 'Manche hier schreiben an Mailinglisten',
  until: 'Weiter, sobald:',
  useStep: 'Diesen Eintrag nehmen',
  copyPlan: 'Plan kopieren',
}
