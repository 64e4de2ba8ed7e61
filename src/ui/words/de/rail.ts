import type { Words } from '../languages.ts'
import type { words as english } from '../en/rail.ts'

export const words: Words<typeof english> = {
  title: 'Die Sandbox',
  lead: 'Ein kleines eigenes Internet, ohne Aufgabe. Ändere eine Zone, sende eine Nachricht oder sprich von Hand mit einem Server, und sieh, was daraus wird.',
  whatThereIs: 'Was es gibt',
}
