import type { Words } from '../languages.ts'
import type { words as english } from '../en/kit.ts'

export const words: Words<typeof english> = {
  shownHere: 'Hier gezeigt',
  newTab: ', öffnet sich in einem neuen Tab',
  copied: 'Kopiert',
  notAllowed: 'Der Browser hat es nicht erlaubt',
}
