import type { Words } from '../languages.ts'
import type { words as english } from '../en/envelope.ts'

export const words: Words<typeof english> = {
  title: 'Der Umschlag',
  holds: (host: string) => `was ${host} gerade hat`,
  held: (host: string) => `was ${host} hatte`,
  noServer: 'noch kein Server angerufen',
  empty: {
    'MAIL FROM': 'noch kein Absender',
    'RCPT TO': 'noch kein Empfänger',
    message: 'noch keine Nachricht',
  },
  refused: (place: string, code: string) => `${place}: die Zeile wurde abgewiesen, ${code}`,
  takenOver: '250 übernommen',
  notTakenOver: 'noch nicht übernommen',
  mailboxes: 'Postfächer',
  count: (messages: number) =>
    messages === 1 ? '1 Nachricht' : messages ? `${messages} Nachrichten` : 'leer',
  taken: 'übernommen',
  beingWritten: 'wird gerade aufgeschrieben …',
}
