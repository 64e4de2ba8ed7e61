import type { Words } from '../languages.ts'
import type { words as english } from '../en/live-connections.ts'

export const words: Words<typeof english> = {
  title: 'Verbindungen',
  inOrder: 'Verbindungen, die neueste zuerst',
  follow: 'Der neuesten folgen',
  openCount: (open: number) => `${open} offen`,
  newestOf: (shown: number, all: number, open: number) =>
    `die neuesten ${shown} von ${all}, ${open} offen`,
  tls: ', TLS',
  cause: (connection: number) => `für ${connection}`,
  open: 'offen',
  connected: 'verbunden',
  rejected: (code: number) => `abgewiesen: ${code}`,
  passedOn: 'angenommen, wird weitergegeben',
  message: 'die Nachricht',
  inJunk: (mailbox: string) => `im Junk von ${mailbox}`,
  inInbox: (mailbox: string) => `im Posteingang von ${mailbox}`,
  noneYet: 'noch keine',
  sendFirst: 'Sende eine erste Nachricht',
  openTerminal: 'Öffne ein Terminal auf diesem Rechner.',
  copyLine: 'Kopiere eine Zeile und führe sie dort aus.',
  watch: 'Die Verbindung öffnet sich hier, Zeile für Zeile. Was daraus wurde, steht daneben.',
  underTls: 'Oder sprich SMTP von Hand, unter TLS',
  inTheClear: 'Oder im Klartext',
  newConnections: (count: number) => `${count} neue Verbindungen.`,
  newConnection: (connection: number, host: string) => `Verbindung ${connection} zu ${host}.`,
  newMessages: (count: number) => `${count} Nachrichten kamen an oder wurden abgewiesen.`,
  arrived: (folder: string, mailbox: string) =>
    `Eine Nachricht kam an, im Ordner ${folder} von ${mailbox}.`,
  wasRejected: (code: number) => `Eine Nachricht wurde abgewiesen: ${code}.`,
}
