import type { Words } from '../languages.ts'
import type { words as english } from '../en/reference.ts'

export const words: Words<typeof english> = {
  skip: 'Zur Liste springen',
  lists: 'Zum Nachschlagen',
  contents: 'Auf dieser Seite',
  also: 'Auch:',
  next: 'Was zu tun ist:',
  related: 'Siehe auch:',
  taught: 'Lektion:',
  glossary: {
    title: 'Glossar',
    description:
      'Die Begriffe der Internet-Mail in einfachen Sätzen, jeder mit seinem RFC-Abschnitt.',
    lead: (count: number) =>
      `${count} Begriffe der Internet-Mail, jeder in ein, zwei Sätzen. In einer Lektion führt eine gepunktete Linie unter einem Wort hierher.`,
  },
  codes: {
    title: 'Antwortcodes',
    description:
      'Was die Codes von SMTP, IMAP, POP3 und DNS bedeuten, und was ein Client bei jedem tut.',
    lead: (count: number) =>
      `${count} Codes, mit denen Server antworten: was jeder bedeutet, und was ein Client als Nächstes tut.`,
    smtp: 'Antwortcodes von SMTP',
    smtpAbout:
      'Drei Ziffern. Die erste sagt, wie es ausging, die zweite, worum es geht, die dritte ist Feinheit.',
    first: 'Die erste Ziffer',
    second: 'Die zweite Ziffer',
    digit: (digit: string, at: 'first' | 'second') =>
      at === 'first' ? `${digit}xx` : `x${digit}x`,
    enhanced: 'Erweiterte Statuscodes',
    enhancedAbout:
      'Drei Zahlen mit Punkten, hinter dem Antwortcode und in Bounces. Die erste ist 2, 4 oder 5; die beiden anderen stehen hier.',
    receivers: 'Was große Empfänger mit einem Code meinen',
    receiversAbout:
      'Kein RFC kennt diese, oder er sagt weniger. Das sagen die Seiten der Empfänger selbst darüber.',
    imap: 'IMAP: Antworten',
    imapCodes: 'IMAP: Antwortcodes',
    imapCodesAbout: 'In eckigen Klammern hinter OK, NO, BAD, PREAUTH oder BYE.',
    pop3: 'POP3: Antworten',
    pop3Codes: 'POP3: Antwortcodes',
    pop3CodesAbout: 'In eckigen Klammern hinter `-ERR`.',
    dns: 'DNS: Status einer Antwort',
    dnsAbout: '`dig` gibt ihn als `status` aus.',
  },
  commands: {
    title: 'Befehle',
    description:
      'Jeder Befehl der simulierten Server, jedes Programm des Terminals und jedes Verb von helo-world.',
    lead: (count: number) =>
      `${count} Befehle: was Server verstehen, was im Terminal läuft, und was \`helo-world\` auf deinem eigenen Rechner tut.`,
    smtp: 'SMTP, Submission und LMTP',
    imap: 'IMAP',
    imapAbout: 'Vor jedem Befehl steht ein Tag, den der Client selbst wählt.',
    pop3: 'POP3',
    programs: 'Programme des Terminals',
    programsAbout:
      '`man` und ein Name zeigt in jedem Terminal hier die ganze Seite eines Programms.',
    verbs: 'Verben von helo-world',
    verbsAbout: 'Sie laufen auf deinem eigenen Rechner, und die meisten auch im Terminal.',
  },
}
