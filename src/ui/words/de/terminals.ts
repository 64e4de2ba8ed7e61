import type { Words } from '../languages.ts'
import type { words as english } from '../en/terminals.ts'

export const words: Words<typeof english> = {
  terminals: 'Alle Terminals',
  chooseHost: 'Noch ein Terminal auf …',
  more: 'Noch ein Terminal, auf einem Host',
  full: 'Mehr Terminals haben nicht Platz: Schließ erst eines',
  keys: 'Umschalt und ein Pfeil, ← oder →, führen zum Terminal daneben',
  new: ', neue Ausgabe',
  newIn: (terminal: number, place: string) => `Neue Ausgabe in Terminal ${terminal}, ${place}.`,
  close: (terminal: number, place: string) => `Terminal ${terminal} schließen, ${place}`,
  terminal: (terminal: number, place: string) => `Terminal ${terminal}, ${place}`,
}
