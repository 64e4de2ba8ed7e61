import type { Cell, CheckFinding, CopyChange } from '../../../lab/check/checked.ts'
import type { Words } from '../languages.ts'
import type { words as english } from '../en/check.ts'

export const words: Words<typeof english> = {
  title: 'Eigenes prüfen',
  description:
    'Füge eine Zone, einen Eintrag oder eine Nachricht ein und sieh, was ein Empfänger findet: SPF, DKIM, DMARC, was daran falsch ist und wie du es behebst. Nichts verlässt deinen Browser.',
  private: 'Nichts verlässt diese Seite',
  lead: 'Füge eine Zone, einen Eintrag oder eine Nachricht ein, oder zieh Dateien hierher. Sie werden in deinem Browser gelesen, so wie ein Empfänger sie liest. Das Netz wird nicht gefragt.',
  noScript: 'Ein Skript liest, was du einfügst: Es ist ausgeschaltet.',
  input: 'Was du hast',
  results: 'Was gefunden wurde',

  text: (at: number) => `Text ${at}`,
  copies: { sent: 'Was gesendet wurde', arrived: 'Was ankam' },
  name: 'Name',
  nameHelp: 'etwa example.org',
  content: (label: string) => `${label}: eine Zone, ein Eintrag oder eine Nachricht`,
  placeholder:
    'example.org. 300 IN TXT "v=spf1 mx -all"\n\noder v=DMARC1; p=none\n\noder eine ganze Nachricht, vom ersten Feld an („Original anzeigen“)',
  copyPlaceholder: 'Der Quelltext der Nachricht, vom ersten Feld an („Original anzeigen“)',
  found: (about: string) => `Das ist ${about}.`,
  reading: 'Wird gelesen …',
  remove: (label: string) => `${label} entfernen`,
  removeShort: 'Entfernen',
  openFile: 'Datei öffnen',
  addText: 'Text hinzufügen',
  compare: 'Gesendet und angekommen vergleichen',
  clear: 'Leeren',
  undo: 'Rückgängig',
  cleared: 'Alle Texte wurden entfernt.',
  removed: 'Der Text wurde entfernt.',
  fixed: (title: string) => `Erledigt: ${title}.`,
  tooMany: (limit: number) => `Mehr als ${limit} Texte werden nicht auf einmal geprüft.`,
  tooLong: (length: number, limit: number) =>
    `Das sind ${length.toLocaleString('de')} Zeichen; bis zu ${limit.toLocaleString('de')} werden gelesen. Der Text bleibt hier und wird nicht geprüft.`,
  tooLongPaste: (length: number, limit: number) =>
    `Was du einfügen wolltest, hat ${length.toLocaleString('de')} Zeichen; bis zu ${limit.toLocaleString('de')} werden gelesen. Es wurde nicht übernommen, und dein Text ist wie zuvor.`,
  fileTooLarge: (name: string, size: number, limit: number) =>
    `„${name}“ hat ${size.toLocaleString('de')} Oktette; bis zu ${limit.toLocaleString('de')} werden gelesen.`,
  fileUnread: (name: string) => `„${name}“ konnte nicht gelesen werden.`,
  shownPart: (shown: number, all: number) =>
    `Gezeigt werden die ersten ${shown.toLocaleString('de')} von ${all.toLocaleString('de')} Zeichen; geprüft werden alle.`,
  notStored: 'Das ist zu viel, um es beim Neuladen der Seite zu behalten.',
  broke: 'Die Prüfung wurde nicht fertig. Deine Texte sind wie zuvor.',

  senderTitle: 'Darf diese Adresse in unserem Namen senden?',
  ip: 'Adresse des Hosts',
  ipHelp: '192.0.2.25 oder 2001:db8::25',
  mailFrom: 'MAIL FROM oder seine Domain',
  mailFromHelp: 'ann@example.org',
  senderIdle: 'SPF entscheidet nach den Zonen und Einträgen, die eingefügt sind.',
  unread: 'ist nicht lesbar',
  decidedBy: (text: string, domain: string) => `Entschieden von \`${text}\` von \`${domain}\`.`,
  lookupCount: (count: number) => `${count} von 10 Lookups`,

  share: 'Link teilen',
  sandbox: 'In der Sandbox öffnen',
  tooLargeForLink: (length: number, limit: number) =>
    `Das ist zu viel, um es mitzunehmen: Gepackt hat es ${length.toLocaleString('de')} Zeichen, bis zu ${limit.toLocaleString('de')} sind möglich.`,
  copyText: 'Als Text kopieren',
  linked: 'Du hast einen Link geöffnet: Das hat jemand eingefügt. Deine eigenen Texte bleiben.',
  backToOwn: 'Zurück zu meinen',
  linkFault: 'Stattdessen stehen hier deine eigenen Texte.',

  empty: 'Hier wird stehen, was falsch ist und wie du es behebst.',
  nothing: 'Nichts zu beheben.',
  nothingRead: 'Es wurde nicht erkannt: Warum, steht unter dem Text.',
  counts: {
    error: (n: number) => `${n} Fehler`,
    warning: (n: number) => (n === 1 ? '1 Warnung' : `${n} Warnungen`),
    question: (n: number) => (n === 1 ? '1 Frage' : `${n} Fragen`),
    info: (n: number) => (n === 1 ? '1 Hinweis' : `${n} Hinweise`),
    hint: (n: number) => (n === 1 ? '1 Rat' : `${n} Ratschläge`),
  } satisfies Record<CheckFinding['severity'], (n: number) => string>,
  severities: {
    ...{ error: 'Fehler', warning: 'Warnung', question: 'Frage', info: 'Hinweis', hint: 'Rat' },
  } satisfies Record<CheckFinding['severity'], string>,
  more: (n: number) => `${n.toLocaleString('de')} weitere werden nicht gezeigt.`,
  line: (label: string, line: number) => `${label}, Zeile ${line}`,
  why: 'Warum',
  showFix: 'Abhilfe:',
  applyFix: 'So ändern',
  removedLine: 'Entfernt:',
  addedLine: 'Hinzugefügt:',
  pasteRecord: (name: string) => `TXT-Eintrag bei ${name}`,
  pasteHelp: 'v=…',
  addRecord: 'Hinzufügen',
  pasteZone: (name: string, type: string) =>
    `Füge eine Zone mit dem ${type}-Eintrag von \`${name}\` ein.`,

  cells: { mx: 'Nimmt Mail an', spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } satisfies Record<
    Cell['what'],
    string
  >,
  tones: { good: 'gut', warn: 'hinsehen', bad: 'Fehler', open: 'offen' } satisfies Record<
    Cell['tone'],
    string
  >,
  theLookups: (count: number) => (count === 1 ? 'Der Lookup' : `Die ${count} Lookups`),
  methods: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC' },

  comparison: 'Was sich unterwegs geändert hat',
  alike: 'Alles, was signiert ist, ist in beiden Kopien gleich.',
  body: 'Body',
  field: (name: string) => `Feld ${name}`,
  octet: (octet: number) => `Oktett ${octet.toLocaleString('de')}`,
  breaks: {
    both: 'bricht eine Signatur unter `simple` und unter `relaxed`',
    simple: 'bricht eine Signatur unter `simple`; `relaxed` verträgt es',
  } satisfies Record<CopyChange['breaks'], string>,
  sentLine: 'Gesendet',
  arrivedLine: 'Angekommen',
  nothingThere: 'nichts',
  octets: (octets: string) => `Oktette ${octets}`,
  signatureWhole: (selector: string, domain: string) =>
    `Die Signatur von \`${domain}\` (\`${selector}\`) verträgt das alles.`,
  signatureBroken: (selector: string, domain: string) =>
    `Die Signatur von \`${domain}\` (\`${selector}\`) verträgt es nicht.`,
  harmless: (names: string) => `Hinzugekommen, ohne eine Signatur zu brechen: ${names}.`,
}
