import type { Words } from '../languages.ts'
import type { words as english } from '../en/world-choice.ts'

export const words: Words<typeof english> = {
  world: 'Welt',
  sandbox: 'Die Sandbox',
  open: 'Öffnen',
  opening: (name: string) => `Die Welt „${name}“ wird geladen …`,
  failed: (name: string) =>
    `Die Welt „${name}“ konnte nicht geladen werden. Lade die Seite neu, um es noch einmal zu versuchen.`,
  pageTitle: (title: string) => `${title} · HELO World`,
}
