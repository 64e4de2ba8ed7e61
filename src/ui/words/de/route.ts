import type { Words } from '../languages.ts'
import type { words as english } from '../en/route.ts'

export const words: Words<typeof english> = {
  ends: {
    inbox: 'Posteingang',
    junk: 'Junk',
    deferred: 'Aufgeschoben',
    rejected: 'Abgewiesen',
    undeliverable: 'Unzustellbar',
  },
  deliveredTo: (mailbox: string) => `Zugestellt an ${mailbox}.`,
  putInJunk: (mailbox: string) => `In den Junk-Ordner von ${mailbox} gelegt.`,
}
