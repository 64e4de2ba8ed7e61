import { defineExtension, type ImapExtension } from './extension.ts'

export const listStatus: ImapExtension = defineExtension({
  capability: 'LIST-STATUS',
  source: { rfc: 5819, section: '2' },
  about: 'LIST brings the STATUS of each mailbox along',
  inRev2: 'yes',
})
