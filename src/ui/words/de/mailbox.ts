import type { Words } from '../languages.ts'
import type { words as english } from '../en/mailbox.ts'

export const words: Words<typeof english> = {
  whose: 'Wessen Postfach',
  boxOf: (address: string, count: number) => `${address} (${count})`,
  arrived: (folder: string, mailbox: string) =>
    `Eine Nachricht kam an, im Ordner ${folder} von ${mailbox}.`,
  inbox: 'Posteingang',
  folder: 'Ordner',
  newest: (shown: number, all: number) => `Das sind die neuesten ${shown} von ${all}.`,
  noJunk: {
    short: 'Nichts im Junk.',
    long: 'Hierher legt ein Empfänger eine Nachricht, die er annahm, der er aber nicht traut: zum Beispiel, wenn DMARC `p=quarantine` verlangt.',
  },
  elsewhere: 'Nichts hier.',
  areIn: (folders: readonly string[]) => `Die Mail liegt in ${folders.join(', ')}.`,
  noMail: {
    short: 'Noch keine Nachricht.',
    long: 'Hier erscheint eine, wenn ein Server sie annimmt für',
    how: ': genannt in `RCPT TO`, beendet mit einer Zeile aus einem einzigen Punkt, beantwortet mit `250`.',
  },
}
