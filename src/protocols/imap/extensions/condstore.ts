import { defineExtension, type ImapExtension } from './extension.ts'

export const condstore: ImapExtension = defineExtension({
  capability: 'CONDSTORE',
  source: { rfc: 7162, section: '3.1' },
  about: 'Each change has a number, so that clients do not overwrite each other',
})
