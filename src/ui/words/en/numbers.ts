export const words = {
  title: 'Numbers',
  /** Whose numbers these are. */
  note: (mailbox: string, protocol: string) => `${mailbox}, as this ${protocol} session counts`,
  protocols: { imap: 'IMAP', pop3: 'POP3' },
  none: 'No session has a mailbox open. A message has a number only inside of one.',
  caption: 'What this session calls each message',
  columns: {
    number: 'Number',
    id: { imap: 'UID', pop3: 'UIDL' },
    subject: 'Subject',
    flags: 'Flags',
  },
  /** Beside a number that has changed. */
  was: (number: number) => `was ${number}`,
  /** What becomes of a message; nothing of most. */
  states: {
    there: '',
    marked: { imap: 'marked: EXPUNGE removes it', pop3: 'marked: QUIT removes it' },
    gone: 'gone; not reported here yet',
    vanished: 'gone: no number any more',
  },
  /** In place of a number that there is no more. */
  noNumber: '–',
  noSubject: '(no subject)',
  validity: (number: number) => `UIDVALIDITY ${number}`,
  changed: (count: number) =>
    count === 1 ? 'One message has another number.' : `${count} messages have other numbers.`,
}
