import type { Words } from '../languages.ts'
import type { words as english } from '../en/devices.ts'

export const words: Words<typeof english> = {
  title: 'Geräte',
  none: 'In dieser Welt gibt es kein Telefon und keinen Laptop.',
  loading: 'Die Geräte werden eingeschaltet …',
  online: 'online',
  offline: 'kein Netz',
  fetch: 'Abrufen',
  send: (count: number) => (count ? `Senden (${count})` : 'Senden'),
  write: 'Schreiben',
  settings: 'Einstellungen',
  connect: 'Verbinden',
  disconnect: 'Trennen',
  on: (what: string, device: string) => `${what}: ${device}`,
  by: { imap: 'IMAP', pop3: 'POP3' },
  reads: (by: string, server: string) => `${by} von ${server}`,
  neverFetched: 'Noch nicht abgerufen.',
  fetched: (time: string, count: number) =>
    `${time}: ${count === 0 ? 'nichts Neues' : count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`}`,
  failed: (time: string, reason: string) => `${time}: ${reason}`,
  folders: 'Ordner',
  outbox: 'Postausgang',
  counts: (count: number, unread: number) =>
    `${count === 1 ? '1 Nachricht' : `${count} Nachrichten`}, ${unread} ungelesen`,
  unread: 'ungelesen',
  onlyHere: 'nur auf diesem Gerät',
  empty: 'Keine Nachricht hier.',
  noneWaits: 'Nichts wartet darauf, gesendet zu werden.',
  waiting: 'wartet',
  to: (who: string) => `an ${who}`,
  tries: (count: number) => (count === 1 ? 'einmal versucht' : `${count}-mal versucht`),
  again: (time: string) => `nächster Versuch um ${time}`,
  onRequest: 'bis du auf „Senden“ drückst',
  pending: (count: number) =>
    count === 1 ? 'Eine Änderung wartet auf das Netz.' : `${count} Änderungen warten auf das Netz.`,
  noSubject: '(kein Betreff)',
  file: 'Ablegen in …',
  newFolder: 'Archiv',
  reply: 'Antworten',
  remove: 'Löschen',
  form: { to: 'An', subject: 'Betreff', text: 'Text', send: 'Senden' },
  badAddress: 'Schreib eine Adresse wie bob@example.net.',
  names: {
    reads: 'Liest über',
    after: 'Nach dem Abruf, auf dem Server',
    days: 'Löscht nach',
    folders: 'Ruft ab',
    every: 'Ruft von selbst ab',
    marks: 'Markiert als gelesen',
    sent: 'Behält Gesendetes',
  },
  choices: {
    reads: { imap: 'IMAP', pop3: 'POP3' },
    after: { leave: 'liegen lassen', delete: 'löschen', 'delete-later': 'später löschen' },
    folders: { all: 'alle Ordner', inbox: 'nur INBOX' },
    marks: { reading: 'beim Lesen', fetching: 'beim Abrufen', never: 'nie' },
    sent: { server: 'in Sent auf dem Server', device: 'auf dem Gerät' },
  },
  days: (count: number) => (count === 1 ? '1 Tag' : `${count} Tagen`),
  every: (seconds: number) =>
    seconds === 0
      ? 'nie, nur auf Wunsch'
      : seconds % 3600 === 0
        ? seconds === 3600
          ? 'jede Stunde'
          : `alle ${seconds / 3600} Stunden`
        : `alle ${Math.round(seconds / 60)} Minuten`,
}
