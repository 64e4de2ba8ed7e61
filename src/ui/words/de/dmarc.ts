import type { Words } from '../languages.ts'
import type { words as english } from '../en/dmarc.ts'

export const words: Words<typeof english> = {
  alignment: 'Alignment',
  noDomain: '(keine Domain)',
  aligned: 'stimmt überein',
  notAligned: 'stimmt nicht überein',
  both: 'Beide Fassungen von DMARC',
  differ: 'Zwei Fassungen von DMARC, mit den Zonen, wie sie sind: Sie enden verschieden',
  same: 'Zwei Fassungen von DMARC, mit den Zonen, wie sie sind: ein Ergebnis',
  before: 'RFC 7489, vorher',
  differs: ', anders',
  walk: (start: string) => `Tree Walk ab ${start}`,
  walkFrom: 'Tree Walk ab',
  asked: (count: number, limit: number) => `${count} von ${limit} Fragen`,
  statuses: {
    found: 'gefunden',
    absent: 'kein Eintrag',
    several: 'mehrere Einträge: keiner zählt',
    failed: 'keine Antwort',
    unasked: 'nicht gefragt',
  },
  organization: 'Organisation',
  skipped: (names: number, limit: number) =>
    `${names} ${names === 1 ? 'Name wird' : 'Namen werden'} ausgelassen, damit ein Tree Walk nie öfter als ${limit}-mal fragt`,
}
