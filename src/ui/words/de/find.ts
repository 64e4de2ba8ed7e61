import type { Words } from '../languages.ts'
import type { words as english } from '../en/find.ts'

export const words: Words<typeof english> = {
  title: 'Suchen',
  placeholder: 'Lektion, Regel, Begriff, Code, Befehl …',
  found: 'Gefunden',
  close: 'Schließen',
  kinds: {
    lesson: 'Lektion',
    tool: 'Werkzeug',
    term: 'Begriff',
    code: 'Code',
    command: 'Befehl',
    rule: 'Regel',
  },
  tools: {
    sandbox: { title: 'Sandbox', about: 'eigene Zonen, Server und Mails' },
    live: { title: 'Live', about: 'das simulierte Internet auf echten Ports' },
    check: {
      title: 'Eigenes prüfen',
      about: 'füge einen Eintrag, eine Nachricht, eine Domain ein',
    },
    reports: { title: 'Berichte', about: 'DMARC- und TLS-Berichte lesen' },
    write: { title: 'Einträge schreiben', about: 'SPF, DKIM, DMARC aus einem Formular' },
    skills: { title: 'Können', about: 'was du gelernt hast, und der Nachweis' },
    grade: { title: 'Bewerten', about: 'was Lernende abgegeben haben, noch einmal getan' },
    rules: { title: 'Regeln', about: 'alles, was geprüft wird, mit Beispielen' },
    glossary: { title: 'Glossar', about: 'die Begriffe der Internet-Mail' },
    codes: { title: 'Antwortcodes', about: 'SMTP, IMAP, POP3 und DNS' },
    commands: { title: 'Befehle', about: 'von Servern, im Terminal, von helo-world' },
    offline: { title: 'Ohne Netz', about: 'was dieser Browser dafür behält' },
  },
  count: (count: number) =>
    count === 0 ? 'Nichts gefunden.' : count === 1 ? '1 Fund' : `${count} Funde`,
  notLoaded: 'Die Liste konnte nicht geladen werden. Tippe noch einmal, um es erneut zu versuchen.',
}
