import type { Words } from '../languages.ts'
import type { words as english } from '../en/published.ts'

export const words: Words<typeof english> = {
  note: (zone: string) => `was von ${zone} veröffentlicht ist`,
  line: 'Zeile',
  name: 'Name',
  type: 'Typ',
  value: 'Wert',
  lost: 'Nichts: Diese Zeile ist kein Eintrag.',
  hidden: 'nie geantwortet',
  none: 'Die Zone hat keinen Eintrag, also ist nichts veröffentlicht.',
  waiting: 'Was veröffentlicht ist, erscheint hier, wenn die Zone bereit ist.',
  count: (records: number) => (records === 1 ? '1 Eintrag' : `${records} Einträge`),
  strings: (count: number, octets: number) =>
    count === 1 ? `${octets} Oktette` : `${count} Strings zusammengesetzt, ${octets} Oktette`,
  row: (line: number, record: string) => `Zeile ${line}: ${record}`,
  announced: (line: number, record: string) => `Zeile ${line} ist veröffentlicht als ${record}`,
}
