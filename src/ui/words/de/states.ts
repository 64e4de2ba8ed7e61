import type { Words } from '../languages.ts'
import type { words as english } from '../en/states.ts'

export const words: Words<typeof english> = {
  title: 'Gespeicherte Stände',
  name: 'Name dieses Stands',
  save: 'Speichern',
  full: (most: number) => `Es gibt schon ${most} Stände: Lösch zuerst einen.`,
  stepBack: 'Einen Schritt zurück',
  unnamed: (number: number) => `Stand ${number}`,
  none: 'Speichere die Welt, wie sie jetzt ist, und komm später darauf zurück.',
  goBack: 'Zurückgehen',
  goBackTo: (name: string) => `Zurück zu ${name}`,
  compare: 'Vergleichen',
  compareWith: (name: string) => `${name} mit jetzt vergleichen`,
  remove: 'Löschen',
  removeNamed: (name: string) => `${name} löschen`,
  branch: (number: number) => `Zweig ${number}`,
  isBranch: 'behalten, als du zurückgingst',
  saved: (name: string) => `${name} ist gespeichert.`,
  removed: (name: string) => `${name} ist gelöscht.`,
  wentBack: (name: string, kept: string | undefined) =>
    kept === undefined
      ? `Du bist wieder bei ${name}.`
      : `Du bist wieder bei ${name}. Was du seither getan hast, ist als ${kept} aufbewahrt.`,
  steppedBack: (kept: string | undefined) =>
    kept === undefined
      ? 'Eine Eingabe ist zurückgenommen.'
      : `Eine Eingabe ist zurückgenommen; alles zusammen ist als ${kept} aufbewahrt.`,
  working: 'Wird verglichen …',
  failed: (reason: string) => `Die beiden lassen sich nicht vergleichen: ${reason}`,
  same: 'Nichts ist anders.',
  versus: (first: string, second: string) => `${first} (−) und ${second} (+)`,
  now: 'jetzt',
  with: 'Vergleichen mit',
  close: 'Schließen',
  clock: 'Uhr',
  zone: (origin: string) => `Zone ${origin}`,
  mail: 'Postfächer',
  waiting: 'Warteschlangen',
  events: (shared: number) =>
    `Was geschah, nach ${shared === 1 ? 'einem gemeinsamen Ereignis' : `${shared} gemeinsamen Ereignissen`}`,
  more: (count: number) => `… und ${count} weitere`,
}
