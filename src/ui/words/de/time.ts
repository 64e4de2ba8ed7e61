import type { Words } from '../languages.ts'
import type { words as english } from '../en/time.ts'

export const words: Words<typeof english> = {
  title: 'Zeit',
  locale: 'de',
  hours: 'Zeit vergehen lassen',
  stretches: {
    minute: '1 Min.',
    hour: '1 Stunde',
    day: '1 Tag',
    week: '1 Woche',
  },
  next: 'Zum Nächsten',
  nextIn: (span: string) => `in ${span}`,
  nothing: 'nichts steht an',
  waiting: 'Wartet auf einen neuen Versuch',
  noneWaits: 'Keine Nachricht wartet auf einem Server.',
  to: (who: string) => `an ${who}`,
  nullSender: 'ein Bericht',
  tried: (count: number) => (count === 1 ? 'einmal versucht' : `${count}-mal versucht`),
  again: (span: string) => `nächster Versuch in ${span}`,
  log: 'Was geschah',
  nothingHappened: 'Noch ist nichts geschehen.',
  span: (count: number, unit: string) => `${count} ${unit}`,
  units: {
    day: 'd',
    hour: 'h',
    minute: 'min',
    second: 's',
  },
}
