import type { Words } from '../languages.ts'
import type { words as english } from '../en/mails.ts'

export const words: Words<typeof english> = {
  note: 'bei jeder Änderung einer Zone neu versucht',
  sent: (title: string) => `Gesendet: ${title}`,
  from: (host: string, wish: string) => `von ${host}, ${wish}`,
  wishFrom: (wish: string, host: string) => `${wish}, von ${host}.`,
  fromHost: (host: string) => `von ${host}.`,
  held: 'Deine Vermutung',
  send: 'Senden',
  sendThis: (title: string) => `Senden: ${title}`,
  none: 'Die Nachrichten sind unterwegs.',
  mustArrive: 'muss ankommen',
  mustNotArrive: 'darf nicht ankommen',
  forgedMustNot: 'gefälscht, darf nicht ankommen',
  forged: 'gefälscht',
  notRejected: 'gefälscht, nicht abgewiesen',
  delivered: 'gefälscht, zugestellt',
  strayNotRejected: 'nicht abgewiesen',
  strayDelivered: 'zugestellt',
}
