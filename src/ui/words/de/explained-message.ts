import type { Words } from '../languages.ts'
import type { words as english } from '../en/explained-message.ts'

export const words: Words<typeof english> = {
  message: 'Eine Nachricht, erklärt',
  reading: 'Wird gelesen …',
  notRead: 'Diese Nachricht ließ sich nicht lesen: Ein Teil des Widgets kam nicht an.',
  again: 'Noch einmal',
  empty: 'In diesem Element steht keine Nachricht: Sie beginnt mit Feldern wie `From: …`.',
  noSubject: 'Ohne Betreff',
  faces: 'Was erklärt wird',
  face: {
    headers: 'Felder',
    way: 'Weg und Prüfungen',
    parts: 'Teile',
    hidden: 'Kodiert und versteckt',
    findings: 'Befunde',
    source: 'Quelltext',
  },
  fields: 'Die Felder, wie sie dastehen',
  unknown: 'Ein eigenes Feld von irgendwem: Hier kennt es keine Tabelle.',
  by: {
    writer: 'das Programm des Autors',
    signer: 'der Host, der sie verschickt',
    relay: 'jeder Host unterwegs',
    receiver: 'der Host, der sie zustellt',
    list: 'eine Liste oder ein Massenversender',
  },
  writtenBy: 'Geschrieben von',
  trustNote:
    'Verlassen kannst du dich nur auf das, was dein eigener Server schrieb: Es steht oben. Alles darunter kann auch ein Absender schreiben.',
  hiddenKinds: {
    encoded: 'Kodiert',
    unseen: 'Nicht zu sehen',
    hidden: 'Versteckt',
    comment: 'Kommentar',
    pixel: 'Zählbild',
    'other-link': 'Führt woandershin',
  },
  hiddenNotes: {
    encoded: (as: string) => `${as}, zu lesen als`,
    unseen: (count: number) => (count === 1 ? '1 Zeichen' : `${count} Zeichen`),
    hidden: 'im HTML, und nicht gezeichnet',
    comment: 'im HTML, den kein Programm zeichnet',
    pixel: 'ein Pixel: Wem es gehört, der sieht, dass die Nachricht geöffnet wurde, und von wo',
    'other-link': 'was zu lesen ist, und wohin es führt',
  },
  nothingHidden: 'Nichts ist kodiert, und nichts ist versteckt.',
  sourceField: 'Die Nachricht, wie sie gesendet wird. Ändere sie: Sie wird neu erklärt.',
  wants: { faces: (faces: string) => `etwas von: ${faces}` },
  found: (count: number) =>
    count === 0 ? 'Keine Probleme.' : count === 1 ? '1 Befund.' : `${count} Befunde.`,
}
