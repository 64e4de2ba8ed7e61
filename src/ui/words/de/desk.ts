import type { Words } from '../languages.ts'
import type { words as english } from '../en/desk.ts'

export const words: Words<typeof english> = {
  sandbox: 'Die Sandbox',
  step: 'Schritt',
  world: 'Welt',
  do: 'Tun',
  see: 'Sehen',
  parts: 'Teile des Pults',
  changed: 'geändert',
}
