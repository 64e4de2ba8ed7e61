import type { Words } from '../languages.ts'
import type { words as english } from '../en/numbers.ts'

export const words: Words<typeof english> = {
  title: 'Nummern',
  note: (mailbox: string, protocol: string) => `${mailbox}, wie diese ${protocol}-Sitzung zählt`,
  protocols: { imap: 'IMAP', pop3: 'POP3' },
  none: 'Keine Sitzung hat ein Postfach offen. Nur in einer Sitzung hat eine Nachricht eine Nummer.',
  caption: 'Wie diese Sitzung jede Nachricht nennt',
  columns: {
    number: 'Nummer',
    id: { imap: 'UID', pop3: 'UIDL' },
    subject: 'Betreff',
    flags: 'Flags',
  },
  was: (number: number) => `war ${number}`,
  states: {
    there: '',
    marked: { imap: 'markiert: EXPUNGE entfernt sie', pop3: 'markiert: QUIT entfernt sie' },
    gone: 'weg; hier noch nicht gemeldet',
    vanished: 'weg: hat keine Nummer mehr',
  },
  noNumber: '–',
  noSubject: '(kein Betreff)',
  validity: (number: number) => `UIDVALIDITY ${number}`,
  changed: (count: number) =>
    count === 1
      ? 'Eine Nachricht hat eine andere Nummer.'
      : `${count} Nachrichten haben andere Nummern.`,
}
