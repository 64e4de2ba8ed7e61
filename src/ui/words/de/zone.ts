import type { Words } from '../languages.ts'
import type { words as english } from '../en/zone.ts'

export const words: Words<typeof english> = {
  notes: {
    zone: (origin: string, isEditable: boolean) =>
      `${origin} · ${isEditable ? 'bei jeder Änderung veröffentlicht' : 'nur lesbar'}`,
    settings: (host: string, isEditable: boolean) =>
      `${host} · Einstellungen, ${isEditable ? 'sie gelten bei jeder Änderung' : 'nur lesbar'}`,
    message: (name: string, isEditable: boolean) =>
      `${name}.eml · Nachricht, ${isEditable ? 'wie sie gesendet wird' : 'nur lesbar'}`,
  },
  notInForce: (host: string) => `${host} · Fehler: Die letzten guten Einstellungen gelten weiter`,
  titles: { zone: 'Zone', settings: 'Einstellungen', message: 'Nachricht' },
  kinds: { zone: '', settings: 'Einstellungen', message: 'Nachricht' },
  readOnly: 'nur lesbar',
  zones: 'Zone, Einstellungen oder Nachricht',
  advice: (count: number) => `Rat (${count})`,
  undo: 'Rückgängig',
  startOver: 'Neu beginnen',
  problems: 'Probleme',
  problem: (count: number) => (count === 1 ? 'Problem' : 'Probleme'),
  next: 'Zum nächsten',
  nextByKey: 'Zum nächsten (F8)',
  noProblems: 'Keine Probleme',
  reading: 'Wird gelesen …',
}
