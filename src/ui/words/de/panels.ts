import type { Words } from '../languages.ts'
import type { words as english } from '../en/panels.ts'

export const words: Words<typeof english> = {
  titles: {
    terminal: 'Terminal',
    zone: 'Zone',
    envelope: 'Umschlag',
    mailbox: 'Postfach',
    readers: 'Leser',
    asked: 'Gefragt',
    published: 'Im DNS',
    senders: 'Absender',
    mails: 'Nachrichten',
    delivery: 'Zustellung',
    wire: 'Leitung',
    time: 'Zeit',
    devices: 'Geräte',
    numbers: 'Nummern',
    map: 'Karte',
  },
}
