import type { Words } from '../languages.ts'
import type { words as english } from '../en/live-page.ts'

export const words: Words<typeof english> = {
  title: 'Live',
  description:
    'Swaks, curl, mutt oder Thunderbird sprechen mit den simulierten Servern, und diese Seite zeigt jede Zeile, jedes Urteil und jede Ankunft, während es geschieht.',
  lead: 'Deine eigenen Mailprogramme sprechen mit den simulierten Servern. Hier siehst du jede Zeile, wie sie über die Leitung ging, was das DNS gefragt wurde, das Urteil über jede Nachricht und wo sie gelandet ist.',
  whatItTakes: 'Was es braucht',
  bridge:
    'Eine Seite allein kann keine Ports öffnen. Eine [Brücke](1) auf deinem Rechner kann es: Sie legt die Server der Sandbox für DNS, SMTP, Submission, LMTP, IMAP und POP3 auf Ports von `localhost`, mit echtem TLS.',
  swaks: '`swaks` sendet Nachrichten, mit und ohne Anmeldung;',
  dig: '`dig` fragt das DNS der simulierten Zonen;',
  readers: '`curl`, mutt, mbsync oder Thunderbird lesen die Mail.',
  stays:
    'Nichts davon verlässt deinen Rechner. Ohne Brücke stehen dieselben Server in der [Sandbox](1), wo du von Hand mit ihnen sprichst.',
  noScript: 'Wo eine Brücke offen ist, zeichnet ein Skript, was geschieht: Es ist ausgeschaltet.',
  start: 'Eine Brücke öffnen',
  first: 'In einer Kopie dieses Projekts, mit Node 20.19 oder neuer, öffnen diese zwei Zeilen sie:',
  second: 'Öffne die Adresse, die die zweite ausgibt, und wähle [Live](1).',
  third:
    'Lass ein Programm mit ihr sprechen. Die Seite dort hat Zeilen zum Kopieren, mit ihren Ports; etwa',
  port: 'Port',
  then: 'Was du dann siehst',
  example: 'ein Beispiel',
  connects: 'desk.example.org verbindet sich mit mx.example.net, Port 25.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notAllowed: 'Nicht erlaubt',
}
