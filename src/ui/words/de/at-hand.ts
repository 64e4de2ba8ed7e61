import type { Words } from '../languages.ts'
import type { words as english } from '../en/at-hand.ts'

export const words: Words<typeof english> = {
  title: 'Zur Hand',
  now: 'was du jetzt sagen kannst',
  notConnected: 'du bist nicht verbunden',
  commands: 'Was du jetzt sagen kannst',
  tryFirst: 'Sag erst eine Zeile: Danach steht hier, was der Server annimmt.',
  readsNone: 'Der Server liest gerade keinen Befehl.',
  beforehand:
    '`nc` ruft einen Server an, `dig` fragt das DNS, und `help` zählt alle Befehle auf. Sobald du verbunden bist, steht hier, was du sagen kannst.',
}
